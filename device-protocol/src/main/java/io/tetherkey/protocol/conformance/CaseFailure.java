package io.tetherkey.protocol.conformance;

/** The phone did something else than it must. */
public final class CaseFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String seen;

    /**
     * @param expected what PROTOCOL.md asks for
     * @param seen what the phone did; no secrets and no names
     */
    public CaseFailure(String expected, String seen) {
        super("expected " + expected + ", seen " + seen);
        this.expected = expected;
        this.seen = seen;
    }

    public String expected() {
        return expected;
    }

    public String seen() {
        return seen;
    }

    /** @throws CaseFailure unless the condition holds */
    public static void unless(boolean holds, String expected, String seen) throws CaseFailure {
        if (!holds) {
            throw new CaseFailure(expected, seen);
        }
    }
}
