package io.tetherkey.protocol.phone.flash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One checksummed piece of the log: magic "TKFLASH1", base u64, generation u64, payload length u32, payload, CRC-32
 * (ISO 3309) of everything before it, u32. Numbers are big-endian.
 *
 * @param base the generation of the snapshot with which this file begins; it tells that nothing was lost at the start
 * @param generation counts every write of this flash
 */
record FlashFrame(long base, long generation, byte[] payload) {
    private static final byte[] MAGIC = "TKFLASH1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 28;
    private static final int TAIL = 4;

    FlashFrame {
        payload = payload.clone();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    int size() {
        return HEAD + payload.length + TAIL;
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(size());
        out.put(MAGIC).putLong(base).putLong(generation).putInt(payload.length).put(payload);
        out.putInt(checksum(out.array(), 0, HEAD + payload.length));
        return out.array();
    }

    /** The frame that starts at this offset, if a whole one with the right checksum does. */
    static Optional<FlashFrame> at(byte[] content, int offset) {
        if (!startsAt(content, offset) || content.length - offset < HEAD + TAIL) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        int length = in.getInt(offset + 24);
        if (length < 0 || length > content.length - offset - HEAD - TAIL) {
            return Optional.empty();
        }
        if (in.getInt(offset + HEAD + length) != checksum(content, offset, HEAD + length)) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(content, offset + HEAD, offset + HEAD + length);
        return Optional.of(new FlashFrame(in.getLong(offset + 8), in.getLong(offset + 16), payload));
    }

    /** Whether a frame's magic stands at this offset. */
    static boolean startsAt(byte[] content, int offset) {
        return content.length - offset >= MAGIC.length
                && Arrays.equals(content, offset, offset + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Whether these last bytes may be the beginning of a frame whose writing was cut. */
    static boolean mayBeTorn(byte[] content, int offset) {
        int known = Math.min(MAGIC.length, content.length - offset);
        boolean beginsLikeOne = Arrays.equals(content, offset, offset + known, MAGIC, 0, known);
        return (beginsLikeOne && !startsAnother(content, offset + 1)) || onlyZeros(content, offset);
    }

    private static boolean startsAnother(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (startsAt(content, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean onlyZeros(byte[] content, int from) {
        for (int i = from; i < content.length; i++) {
            if (content[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }
}
