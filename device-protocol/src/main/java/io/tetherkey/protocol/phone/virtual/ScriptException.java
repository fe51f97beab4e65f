package io.tetherkey.protocol.phone.virtual;

/** A script line that cannot be read. Nothing of a script runs that holds one. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;

    /** @param line counted from 1 */
    ScriptException(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** The line's number, counted from 1. */
    public int line() {
        return line;
    }

    /** Which line it is and what is wrong with it, for who wrote the script. */
    public String finding() {
        return "line " + line + ": " + problem;
    }
}
