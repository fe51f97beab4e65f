package io.tetherkey.protocol.message;

import java.util.OptionalInt;

/** The peer understood and said no. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final StatusCode status;
    private final int attemptsLeft;

    public RefusedException(StatusCode status, String message) {
        super(message);
        this.status = status;
        this.attemptsLeft = -1;
    }

    /** @param attemptsLeft tries that are left of ten, 0 to 10 */
    public RefusedException(StatusCode status, int attemptsLeft, String message) {
        super(message);
        this.status = status;
        this.attemptsLeft = attemptsLeft;
    }

    public StatusCode status() {
        return status;
    }

    /** Tries left of ten, where the peer told. */
    public OptionalInt attemptsLeft() {
        return attemptsLeft < 0 ? OptionalInt.empty() : OptionalInt.of(attemptsLeft);
    }
}
