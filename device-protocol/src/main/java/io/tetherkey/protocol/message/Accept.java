package io.tetherkey.protocol.message;

/** The chip's first message, with sealed {@link SessionContents.AcceptContents} (PROTOCOL.md, "Accept"). */
public record Accept(SealedOpening opening) {
    private static final int KIND = 2;

    public Accept(byte[] sessionId, int suite, byte[] enc, byte[] sealed) {
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

    /** @throws ProtocolException BAD_ENCODING if the bytes are not an Accept */
    public static Accept decode(byte[] message) throws ProtocolException {
        return new Accept(SealedOpening.decode(message, KIND, "Accept"));
    }
}
