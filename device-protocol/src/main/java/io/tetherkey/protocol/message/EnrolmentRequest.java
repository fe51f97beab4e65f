package io.tetherkey.protocol.message;

/**
 * The chip's first message of an enrolment, with a sealed {@link EnrolmentContents.Request} (PROTOCOL.md, "Enrolment
 * messages").
 */
public record EnrolmentRequest(SealedOpening opening) {
    private static final int KIND = 9;

    public EnrolmentRequest(byte[] sessionId, int suite, byte[] enc, byte[] sealed) {
        this(new SealedOpening(sessionId, suite, enc, sealed));
    }

    public byte[] sessionId() {
        return opening.sessionId();
    }

    public int suite() {
        return opening.suite();
    }

    public byte[] enc() {
        return opening.enc();
    }

    public byte[] sealed() {
        return opening.sealed();
    }

    /** The message without its sealed field: what TH2 is taken over. */
    public byte[] clearPart() {
        return opening.clearPart(KIND);
    }

    public byte[] encode() {
        return opening.encode(KIND);
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not an EnrolmentRequest */
    public static EnrolmentRequest decode(byte[] message) throws ProtocolException {
        return new EnrolmentRequest(SealedOpening.decode(message, KIND, "EnrolmentRequest"));
    }
}
