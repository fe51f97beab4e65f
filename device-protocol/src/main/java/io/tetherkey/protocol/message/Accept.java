package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * The chip's first message: what the bank needs to find the keys, in clear, and the sealed {@link
 * SessionContents.AcceptContents} (PROTOCOL.md, "Accept").
 *
 * @param sessionId 16 bytes
 * @param enc the encapsulated key
 */
public record Accept(byte[] sessionId, int suite, byte[] enc, byte[] sealed) {
    private static final int KIND = 2;
    static final int MOST_ENC = 2_048;

    public Accept {
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

    /** The message without its sealed field: what TH2 is taken over. */
    public byte[] clearPart() {
        return clear().encode();
    }

    public byte[] encode() {
        return clear().put(4, sealed).encode();
    }

    private CborMapWriter clear() {
        return new CborMapWriter().put(0, KIND).put(1, sessionId).put(2, suite).put(3, enc);
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not an Accept */
    public static Accept decode(byte[] message) throws ProtocolException {
        try {
            var in = CborMapReader.of(message);
            in.integer(0, KIND, KIND);
            var accept = new Accept(
                    in.bytes(1, Offer.SESSION_ID, Offer.SESSION_ID),
                    (int) in.integer(2, 1, 255),
                    in.bytes(3, 1, MOST_ENC),
                    in.bytes(4, 1, LinkCodec.MOST_MESSAGE));
            in.end();
            return accept;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "Accept: " + e.getMessage(), e);
        }
    }
}
