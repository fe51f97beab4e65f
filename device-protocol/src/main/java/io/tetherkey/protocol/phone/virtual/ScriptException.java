package io.tetherkey.protocol.phone.virtual;

/** A script line that cannot be read. Nothing of a script runs that holds one. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1 */
    ScriptException(int line, String problem) {
        super("line " + line + ": " + problem);
        this.line = line;
    }

    /** The line's number, counted from 1. */
    public int line() {
        return line;
    }
}
