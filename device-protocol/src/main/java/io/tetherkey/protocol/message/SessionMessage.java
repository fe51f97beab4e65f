package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One sealed message with the session that it belongs to, as it is carried between phone and bank. Two are equal if their
 * bytes are.
 *
 * @param sessionId 16 bytes, of which {@code toString} shows four
 */
public record SessionMessage(byte[] sessionId, byte[] message) {
    private static final int SHOWN = 4;

    public SessionMessage {
        sessionId = sessionId.clone();
        message = message.clone();
    }

    @Override
    public byte[] sessionId() {
        return sessionId.clone();
    }

    @Override
    public byte[] message() {
        return message.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionMessage(byte[] id, byte[] bytes)
                && Arrays.equals(id, sessionId)
                && Arrays.equals(bytes, message);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sessionId) + Arrays.hashCode(message);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sessionId, 0, Math.min(SHOWN, sessionId.length)) + ", " + message.length
                + " bytes";
    }
}
