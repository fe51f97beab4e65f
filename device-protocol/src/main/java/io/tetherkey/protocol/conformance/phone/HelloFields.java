package io.tetherkey.protocol.conformance.phone;

import java.nio.ByteBuffer;

/** The fields of a HELLO, in or out of their limits (PROTOCOL.md, "HELLO"). */
public record HelloFields(byte[] nonce, int lowest, int highest, int capabilities, int maxMessage) {
    private static final int LENGTH = 18;
    private static final int MOST_MESSAGE = 65_536;

    public HelloFields {
        nonce = nonce.clone();
    }

    /** What a PC of this version says. */
    public static HelloFields of(byte[] nonce) {
        return new HelloFields(nonce, 1, 1, 0, MOST_MESSAGE);
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    public HelloFields withVersions(int low, int high) {
        return new HelloFields(nonce, low, high, capabilities, maxMessage);
    }

    public HelloFields withCapabilities(int bits) {
        return new HelloFields(nonce, lowest, highest, bits, maxMessage);
    }

    public HelloFields withMaxMessage(int bytes) {
        return new HelloFields(nonce, lowest, highest, capabilities, bytes);
    }

    public byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(nonce)
                .put((byte) lowest)
                .put((byte) highest)
                .putInt(capabilities)
                .putInt(maxMessage)
                .array();
    }
}
