package io.tetherkey.protocol.message;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/**
 * The payload of a KEEPALIVE: reason u8, stage u8, seconds left u16 big-endian, attempts left u8 with 255 for unknown.
 *
 * @param secondsLeft 0 to 65,535; 0 where nothing expires
 * @param attemptsLeft 0 to 10, empty where the phone does not know
 */
public record PhoneStatus(WaitReason reason, Stage stage, int secondsLeft, OptionalInt attemptsLeft) {
    /** Bytes of the encoded form. */
    public static final int LENGTH = 5;

    private static final int UNKNOWN = 0xFF;
    private static final int MOST_ATTEMPTS = 10;

    public PhoneStatus {
        if (secondsLeft < 0 || secondsLeft > 0xFFFF) {
            throw new IllegalArgumentException("seconds left out of range");
        }
        attemptsLeft.ifPresent(left -> {
            if (left < 0 || left > MOST_ATTEMPTS) {
                throw new IllegalArgumentException("attempts left out of range");
            }
        });
    }

    /** Five bytes as in the table above. */
    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) reason.code())
                .put((byte) stage.code())
                .putShort((short) secondsLeft)
                .put((byte) attemptsLeft.orElse(UNKNOWN))
                .array();
    }

    /** @throws ProtocolException BAD_MESSAGE if the length, a code or a count is out of range */
    public static PhoneStatus decode(byte[] payload) throws ProtocolException {
        if (payload.length != LENGTH) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "KEEPALIVE payload is not five bytes");
        }
        var in = ByteBuffer.wrap(payload);
        var reason = WaitReason.fromCode(in.get() & 0xFF);
        var stage = Stage.fromCode(in.get() & 0xFF);
        int seconds = in.getShort() & 0xFFFF;
        int attempts = in.get() & 0xFF;
        if (reason.isEmpty() || stage.isEmpty() || attempts > MOST_ATTEMPTS && attempts != UNKNOWN) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "KEEPALIVE carries an unknown code");
        }
        var left = attempts == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(attempts);
        return new PhoneStatus(reason.get(), stage.get(), seconds, left);
    }
}
