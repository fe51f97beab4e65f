package io.tetherkey.protocol.seal;

/** A seal, a signature or a key did not hold. The message never says which byte was wrong. */
public final class SealException extends Exception {
    private static final long serialVersionUID = 1L;

    public SealException(String message) {
        super(message);
    }
}
