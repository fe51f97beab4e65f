package io.tetherkey.protocol.conformance;

/** A case could not be run, which says nothing about the phone. */
public final class NotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason what is missing, for the person who runs the kit */
    public NotRunException(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
