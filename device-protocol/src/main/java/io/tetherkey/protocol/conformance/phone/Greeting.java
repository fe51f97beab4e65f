package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A HELLO_OK as it came, its layout checked (PROTOCOL.md, "HELLO_OK").
 *
 * @param payload the whole payload
 */
public record Greeting(
        byte[] payload, byte[] nonce, int channel, int version, int lowest, int highest, int maxMessage, String model) {
    private static final int FIXED = 22;
    private static final int NONCE = 8;
    private static final int CAPABILITIES = 13;

    /** The phone tells of its lock by itself. */
    public static final int LOCK_NEWS = 1;

    /** The phone bears longer silence at rest. */
    public static final int LONG_REST = 2;

    private static final int MOST_MODEL = 32;
    private static final int LEAST_MAX_MESSAGE = 4_096;

    public Greeting {
        payload = payload.clone();
        nonce = nonce.clone();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    /** Whether the phone names this capability. */
    public boolean names(int capability) {
        return (ByteBuffer.wrap(payload).getInt(CAPABILITIES) & capability) != 0;
    }

    /** @throws CaseFailure if the payload breaks the layout */
    public static Greeting decode(byte[] payload) throws CaseFailure {
        CaseFailure.unless(payload.length > FIXED, "HELLO_OK of at least 23 bytes", payload.length + " bytes");
        ByteBuffer in = ByteBuffer.wrap(payload);
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        int channel = in.getShort() & 0xFFFF;
        int version = in.get() & 0xFF;
        int lowest = in.get() & 0xFF;
        int highest = in.get() & 0xFF;
        in.getInt();
        int maxMessage = in.getInt();
        int length = in.get() & 0xFF;
        CaseFailure.unless(
                length >= 1 && length <= MOST_MODEL && length == in.remaining(),
                "a model of 1 to 32 bytes that ends HELLO_OK",
                "length " + length + " with " + in.remaining() + " bytes");
        CaseFailure.unless(channel >= 1 && channel <= 0xFFFE, "a channel from 0001 to FFFE", "channel " + channel);
        CaseFailure.unless(
                lowest >= 1 && lowest <= version && version <= highest,
                "a version within the phone's range",
                version + " in " + lowest + " to " + highest);
        CaseFailure.unless(maxMessage >= LEAST_MAX_MESSAGE, "a maximum message from 4,096", maxMessage + " bytes");
        return new Greeting(payload, nonce, channel, version, lowest, highest, maxMessage, utf8(in));
    }

    private static String utf8(ByteBuffer bytes) throws CaseFailure {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new CaseFailure("a model in UTF-8", "other bytes");
        }
    }
}
