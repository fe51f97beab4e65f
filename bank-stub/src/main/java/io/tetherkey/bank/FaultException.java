package io.tetherkey.bank;

import io.tetherkey.protocol.message.Fault;
import java.util.OptionalInt;

/** The bank refuses a request, for a reason of the catalogue. A refusal never uses up one of the ten tries. */
public final class FaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient OptionalInt triesLeft;

    public FaultException(Fault fault) {
        this(fault, OptionalInt.empty());
    }

    /** @param triesLeft of what was tried, if one was counted and may be told */
    public FaultException(Fault fault, OptionalInt triesLeft) {
        super(fault.code());
        this.fault = fault;
        this.triesLeft = triesLeft;
    }

    public FaultException(Fault fault, Throwable cause) {
        super(fault.code(), cause);
        this.fault = fault;
        this.triesLeft = OptionalInt.empty();
    }

    /** The tries that are left after this refusal counted one; else empty. */
    public OptionalInt triesLeft() {
        return triesLeft;
    }

    public Fault fault() {
        return fault;
    }
}
