package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * The envelope of every message after the Accept: it tells session and sequence and nothing of the kind inside
 * (PROTOCOL.md, "Sealed messages").
 *
 * @param sessionId 16 bytes
 * @param sequence counts the messages of one direction from 0
 */
public record SealedMessage(byte[] sessionId, long sequence, byte[] sealed) {
    private static final int KIND = 3;
    private static final long MOST_SEQUENCE = 1_000;

    public SealedMessage {
        sessionId = sessionId.clone();
        sealed = sealed.clone();
    }

    @Override
    public byte[] sessionId() {
        return sessionId.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /** The additional data of the seal: the envelope without its sealed field. */
    public static byte[] header(byte[] sessionId, long sequence) {
        return clear(sessionId, sequence).encode();
    }

    public byte[] encode() {
        return clear(sessionId, sequence).put(3, sealed).encode();
    }

    private static CborMapWriter clear(byte[] sessionId, long sequence) {
        return new CborMapWriter().put(0, KIND).put(1, sessionId).put(2, sequence);
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not a sealed message */
    public static SealedMessage decode(byte[] message) throws ProtocolException {
        try {
            var in = CborMapReader.of(message);
            in.integer(0, KIND, KIND);
            var sealed = new SealedMessage(
                    in.bytes(1, Offer.SESSION_ID, Offer.SESSION_ID),
                    in.integer(2, 0, MOST_SEQUENCE),
                    in.bytes(3, 1, LinkCodec.MOST_MESSAGE));
            in.end();
            return sealed;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "sealed message: " + e.getMessage(), e);
        }
    }
}
