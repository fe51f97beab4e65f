package io.tetherkey.protocol.message;

/** The peer broke the specification. The message names the rule, never the content. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final StatusCode status;

    public ProtocolException(StatusCode status, String message) {
        super(message);
        this.status = status;
    }

    public ProtocolException(StatusCode status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** What the peer is told. */
    public StatusCode status() {
        return status;
    }
}
