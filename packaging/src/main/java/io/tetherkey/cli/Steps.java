package io.tetherkey.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Prints one line a step as it happens: {@code STEP name millis detail}. Any thread may print. */
final class Steps {
    private final PrintWriter out;
    private final LongSupplier nanos;
    private long since;

    /** @param nanos a clock such as {@link System#nanoTime} */
    Steps(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Says that a step is done; its time is that since the step before. */
    synchronized void done(String name, String detail) {
        long now = nanos.getAsLong();
        out.println("STEP " + name + " " + (now - since) / 1_000_000 + " " + detail);
        out.flush();
        since = now;
    }

    /** Passes on a line that another process has made. */
    synchronized void line(String line) {
        out.println(line);
        out.flush();
        since = nanos.getAsLong();
    }
}
