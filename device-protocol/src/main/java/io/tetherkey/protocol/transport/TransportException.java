package io.tetherkey.protocol.transport;

import java.io.IOException;

/** The cable failed: nothing is said about what the other end did with bytes that were already sent. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final TransportFault fault;

    public TransportException(TransportFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public TransportException(TransportFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public TransportFault fault() {
        return fault;
    }
}
