package io.tetherkey.protocol.link;

import io.tetherkey.protocol.frame.FrameLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the phone answers HELLO (PROTOCOL.md, "HELLO_OK"): nothing in it tells one phone of a model from another.
 *
 * @param nonce the nonce of the HELLO, 8 bytes
 * @param channel the new channel, 1 to 65,534
 * @param version the link version that is spoken from now on
 * @param minVersion the lowest link version that the phone speaks
 * @param maxVersion the highest one
 * @param capabilities 32 bits, named in {@link LinkCapability}; unknown ones are ignored
 * @param maxMessage the longest message that the phone takes, 4,096 to 2^31 - 1 bytes
 * @param model a product name, 1 to 32 bytes of UTF-8; not checked, so never shown without escaping
 */
public record HelloOk(
        byte[] nonce,
        int channel,
        int version,
        int minVersion,
        int maxVersion,
        int capabilities,
        int maxMessage,
        String model) {
    static final int FIXED_LENGTH = 22;

    private static final int OFFERED = LinkCapability.field(LinkCapability.LOCK_NEWS, LinkCapability.LONG_REST);

    public HelloOk {
        checkModel(model);
        if (nonce.length != LinkLimits.NONCE_LENGTH
                || channel < 1
                || channel > LinkLimits.MAX_CHANNEL
                || !Hello.isRange(minVersion, maxVersion)
                || version < minVersion
                || version > maxVersion
                || maxMessage < LinkLimits.MIN_MAX_MESSAGE) {
            throw new IllegalArgumentException("A field of HELLO_OK is out of range.");
        }
        nonce = nonce.clone();
    }

    static void checkModel(String model) {
        int length = model.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LinkLimits.MAX_MODEL) {
            throw new IllegalArgumentException("A model name has 1 to 32 bytes.");
        }
    }

    /** What this code answers. */
    static HelloOk of(byte[] nonce, int channel, String model) {
        int version = LinkLimits.LINK_VERSION;
        return new HelloOk(nonce, channel, version, version, version, OFFERED, FrameLimits.MAX_MESSAGE, model);
    }

    /** The capabilities that both ends named. */
    public int agreedWith(Hello hello) {
        return hello.capabilities() & capabilities;
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    byte[] encode() {
        byte[] name = model.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_LENGTH + name.length)
                .put(nonce)
                .putShort((short) channel)
                .put((byte) version)
                .put((byte) minVersion)
                .put((byte) maxVersion)
                .putInt(capabilities)
                .putInt(maxMessage)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    /** The HELLO_OK in a payload, or empty if it breaks the layout. */
    static Optional<HelloOk> decode(byte[] payload) {
        if (payload.length <= FIXED_LENGTH || payload[FIXED_LENGTH - 1] != payload.length - FIXED_LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(payload);
        byte[] nonce = new byte[LinkLimits.NONCE_LENGTH];
        in.get(nonce);
        try {
            return Optional.of(new HelloOk(
                    nonce,
                    in.getShort() & 0xFFFF,
                    in.get() & 0xFF,
                    in.get() & 0xFF,
                    in.get() & 0xFF,
                    in.getInt(),
                    in.getInt(),
                    utf8(in.position(FIXED_LENGTH))));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static String utf8(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HelloOk that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
