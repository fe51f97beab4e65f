package io.tetherkey.bank.web;

/** Ends a request with a {@link Problem}; thrown and caught inside the web layer only. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.fault().code(), null, false, false);
        this.problem = problem;
    }

    /** The answer to send. */
    public Problem problem() {
        return problem;
    }
}
