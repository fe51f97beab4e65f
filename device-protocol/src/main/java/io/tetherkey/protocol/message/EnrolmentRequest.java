package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;

/**
 * The chip's first message of an enrolment: what the bank needs to find the keys, in clear, and the sealed {@link
 * EnrolmentContents.Request} (PROTOCOL.md, "Enrolment messages").
 *
 * @param sessionId 16 bytes
 * @param enc the encapsulated key
 */
public record EnrolmentRequest(byte[] sessionId, int suite, byte[] enc, byte[] sealed) {
    private static final int KIND = 9;

    public EnrolmentRequest {
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

    /** @throws ProtocolException BAD_ENCODING if the bytes are not an EnrolmentRequest */
    public static EnrolmentRequest decode(byte[] message) throws ProtocolException {
        try {
            var in = CborMapReader.of(message);
            in.integer(0, KIND, KIND);
            var request = new EnrolmentRequest(
                    in.bytes(1, Offer.SESSION_ID, Offer.SESSION_ID),
                    (int) in.integer(2, 1, 255),
                    in.bytes(3, 1, Accept.MOST_ENC),
                    in.bytes(4, 1, LinkCodec.MOST_MESSAGE));
            in.end();
            return request;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "EnrolmentRequest: " + e.getMessage(), e);
        }
    }
}
