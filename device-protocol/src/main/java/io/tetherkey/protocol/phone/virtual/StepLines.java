package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.network.PaymentSteps;
import java.io.PrintWriter;

/** Prints {@code STEP name millis detail}, the time since the line before. Any thread may call it. */
final class StepLines implements PaymentSteps {
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final PrintWriter out;
    private long last = System.nanoTime();

    StepLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void reached(String name, String detail) {
        long now = System.nanoTime();
        line("STEP " + name + " " + (now - last) / NANOS_IN_MILLI + " " + detail);
        last = now;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
