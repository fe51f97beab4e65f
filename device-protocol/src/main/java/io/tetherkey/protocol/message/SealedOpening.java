package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * What the chip's first message is in a session and in an enrolment alike: what the bank needs to find the keys, in clear,
 * and sealed contents (PROTOCOL.md, "Accept").
 *
 * @param sessionId 16 bytes
 * @param suite 1 to 255
 * @param enc the encapsulated key
 */
public record SealedOpening(byte[] sessionId, int suite, byte[] enc, byte[] sealed) {
    private static final int MOST_ENC = 2_048;

    public SealedOpening {
        sessionId = sessionId.clone();
        enc = enc.clone();
        sealed = sealed.clone();
    }

    @Override
    public byte[] sessionId() {
        return sessionId.clone();
    }

    @Override
    public byte[] enc() {
        return enc.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    byte[] clearPart(int kind) {
        return clear(kind).encode();
    }

    byte[] encode(int kind) {
        return clear(kind).put(4, sealed).encode();
    }

    private CborMapWriter clear(int kind) {
        return new CborMapWriter().put(0, kind).put(1, sessionId).put(2, suite).put(3, enc);
    }

    /**
     * @param name of the message, for the exception
     * @throws ProtocolException BAD_ENCODING if the bytes are no such message of this kind
     */
    static SealedOpening decode(byte[] message, int kind, String name) throws ProtocolException {
        try {
            var in = CborMapReader.of(message);
            in.integer(0, kind, kind);
            var opening = new SealedOpening(
                    in.bytes(1, Offer.SESSION_ID, Offer.SESSION_ID),
                    (int) in.integer(2, 1, 255),
                    in.bytes(3, 1, MOST_ENC),
                    in.bytes(4, 1, LinkCodec.MOST_MESSAGE));
            in.end();
            return opening;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, name + ": " + e.getMessage(), e);
        }
    }
}
