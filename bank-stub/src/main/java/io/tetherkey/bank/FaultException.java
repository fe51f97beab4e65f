package io.tetherkey.bank;

import io.tetherkey.protocol.message.Fault;

/** The bank refuses a request, for a reason of the catalogue. A refusal never uses up one of the ten tries. */
public final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public FaultException(Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    public FaultException(Fault fault, Throwable cause) {
        super(fault.code(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
