package io.tetherkey.protocol.seal;

/** A certificate chain that must not be trusted, with the first reason found. */
public final class CertificateException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Not DER, or without what the profile asks for. */
        MALFORMED,
        /** Does not lead to the given root. */
        FOREIGN,
        /** Not valid yet. */
        NOT_YET,
        /** Not valid any more. */
        EXPIRED,
        /** Made for another purpose. */
        PURPOSE
    }

    private final Reason reason;

    public CertificateException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
