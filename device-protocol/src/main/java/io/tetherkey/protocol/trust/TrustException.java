package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.message.Fault;

/** A signed document that must not be believed, with the fault that a person is told. */
public final class TrustException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public TrustException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public TrustException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
