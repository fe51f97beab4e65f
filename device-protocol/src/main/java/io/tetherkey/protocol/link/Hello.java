package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.FrameLimits;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the PC opens a link (PROTOCOL.md, "HELLO"). The layout is the same in every version.
 *
 * @param nonce 8 random bytes that the answer repeats
 * @param minVersion the lowest link version that the PC speaks, 1 to 255
 * @param maxVersion the highest one, not below the lowest
 * @param capabilities 32 bits, named in {@link LinkCapability}; unknown ones are ignored
 * @param maxMessage the longest message that the PC takes, 4,096 to 2^31 - 1 bytes
 */
public record Hello(byte[] nonce, int minVersion, int maxVersion, int capabilities, int maxMessage) {
    static final int LENGTH = 18;

    public Hello {
        if (nonce.length != LinkLimits.NONCE_LENGTH
                || !isRange(minVersion, maxVersion)
                || maxMessage < LinkLimits.MIN_MAX_MESSAGE) {
            throw new IllegalArgumentException("A field of HELLO is out of range.");
        }
        nonce = nonce.clone();
    }

    /** What each PC offers; {@link #offering} adds capabilities. */
    public static Hello of(byte[] nonce) {
        return new Hello(nonce, LinkLimits.LINK_VERSION, LinkLimits.LINK_VERSION, 0, FrameLimits.MAX_MESSAGE);
    }

    /** The same with these capabilities. */
    public Hello offering(LinkCapability... named) {
        return new Hello(nonce, minVersion, maxVersion, LinkCapability.field(named), maxMessage);
    }

    static boolean isRange(int minVersion, int maxVersion) {
        return minVersion >= 1 && minVersion <= maxVersion && maxVersion <= 0xFF;
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .put(nonce)
                .put((byte) minVersion)
                .put((byte) maxVersion)
                .putInt(capabilities)
                .putInt(maxMessage)
                .array();
    }

    /** The HELLO in a payload, or empty if it breaks the layout. */
    static Optional<Hello> decode(byte[] payload) {
        if (payload.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(payload);
        byte[] nonce = new byte[LinkLimits.NONCE_LENGTH];
        in.get(nonce);
        try {
            return Optional.of(new Hello(nonce, in.get() & 0xFF, in.get() & 0xFF, in.getInt(), in.getInt()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hello that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
