package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.frame.Cobs;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A frame with any values in its fields, right or wrong (PROTOCOL.md, "Frame layout"). */
record RawFrame(int version, int type, int channel, long messageId, long total, long offset, byte[] payload) {
    private static final int HEADER = 16;
    private static final int CHECKSUM = 4;

    /** A whole frame of this version. */
    static RawFrame whole(int type, int channel, long messageId, byte... payload) {
        return new RawFrame(1, type, channel, messageId, payload.length, 0, payload);
    }

    RawFrame withVersion(int other) {
        return new RawFrame(other, type, channel, messageId, total, offset, payload);
    }

    RawFrame placed(long newTotal, long newOffset) {
        return new RawFrame(version, type, channel, messageId, newTotal, newOffset, payload);
    }

    /** Before COBS, with the right checksum. */
    byte[] plain() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.length + CHECKSUM)
                .put((byte) version)
                .put((byte) type)
                .putShort((short) channel)
                .putInt((int) messageId)
                .putInt((int) total)
                .putInt((int) offset)
                .put(payload);
        CRC32C crc = new CRC32C();
        crc.update(out.array(), 0, out.position());
        return out.putInt((int) crc.getValue()).array();
    }

    /** As it goes on the wire. */
    byte[] wire() {
        return stuffed(plain());
    }

    /** COBS with its delimiter. */
    static byte[] stuffed(byte[] plain) {
        byte[] encoded = Cobs.encode(plain);
        return Arrays.copyOf(encoded, encoded.length + 1);
    }
}
