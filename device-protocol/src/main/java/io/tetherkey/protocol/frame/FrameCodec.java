package io.tetherkey.protocol.frame;

import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.message.StatusCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A frame to bytes and back; all numbers big-endian (PROTOCOL.md, "Frame layout"). */
public final class FrameCodec {
    /** Ends each frame. */
    public static final byte DELIMITER = 0;

    private static final int MIN_FRAME = FrameLimits.HEADER + FrameLimits.CHECKSUM;

    private FrameCodec() {}

    /** The frame as it goes on the wire, with its delimiter. */
    public static byte[] encode(Frame frame) {
        byte[] payload = frame.payload();
        ByteBuffer out = ByteBuffer.allocate(FrameLimits.HEADER + payload.length + FrameLimits.CHECKSUM)
                .put((byte) frame.version())
                .put((byte) frame.type().code())
                .putShort((short) frame.channel())
                .putInt((int) frame.messageId())
                .putInt(frame.total())
                .putInt(frame.offset())
                .put(payload);
        out.putInt(checksum(out.array(), out.position()));
        byte[] stuffed = Cobs.encode(out.array());
        return Arrays.copyOf(stuffed, stuffed.length + 1);
    }

    /** All frames in one piece, for one write. */
    public static byte[] encodeAll(List<Frame> frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frames.forEach(frame -> out.writeBytes(encode(frame)));
        return out.toByteArray();
    }

    /**
     * Judges the bytes between two delimiters. Never throws, whatever the bytes.
     *
     * @param length how many bytes of the array count, at most {@link FrameLimits#MAX_ENCODED_FRAME}
     */
    public static FrameResult decode(byte[] encoded, int length) {
        if (length == 0) {
            return new Ignored(Reason.EMPTY);
        }
        if (length > FrameLimits.MAX_ENCODED_FRAME) {
            return new Ignored(Reason.TOO_LONG);
        }
        Optional<byte[]> plain = Cobs.decode(encoded, length);
        if (plain.isEmpty()) {
            return new Ignored(Reason.BAD_STUFFING);
        }
        return checked(plain.get());
    }

    private static FrameResult checked(byte[] plain) {
        if (plain.length < MIN_FRAME) {
            return new Ignored(Reason.TOO_SHORT);
        }
        int bodyLength = plain.length - FrameLimits.CHECKSUM;
        ByteBuffer in = ByteBuffer.wrap(plain);
        if (in.getInt(bodyLength) != checksum(plain, bodyLength)) {
            return new Ignored(Reason.BAD_CHECKSUM);
        }
        return parsed(in.limit(bodyLength));
    }

    private static FrameResult parsed(ByteBuffer in) {
        int version = in.get() & 0xFF;
        Optional<FrameType> type = FrameType.fromCode(in.get() & 0xFF);
        int channel = in.getShort() & 0xFFFF;
        long messageId = in.getInt() & 0xFFFF_FFFFL;
        long total = in.getInt() & 0xFFFF_FFFFL;
        long offset = in.getInt() & 0xFFFF_FFFFL;
        if (version != FrameLimits.FRAME_VERSION) {
            return new Failed(StatusCode.BAD_VERSION, channel, messageId);
        }
        if (total > FrameLimits.MAX_MESSAGE) {
            return new Failed(StatusCode.TOO_LARGE, channel, messageId);
        }
        int length = in.remaining();
        if (type.isEmpty() || length > FrameLimits.MAX_PAYLOAD || !Frame.isPlaced(type.get(), total, offset, length)) {
            return new Failed(StatusCode.BAD_FRAME, channel, messageId);
        }
        byte[] payload = new byte[length];
        in.get(payload);
        return new Accepted(new Frame(version, type.get(), channel, messageId, (int) total, (int) offset, payload));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
