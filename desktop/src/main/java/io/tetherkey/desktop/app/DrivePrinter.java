package io.tetherkey.desktop.app;

import java.io.PrintWriter;

/** Prints the drive's lines: {@code STEP name millis detail}, the time since the step before. */
final class DrivePrinter {

    private final PrintWriter out;
    private long last = System.nanoTime();

    DrivePrinter(PrintWriter out) {
        this.out = out;
    }

    void step(String name, String detail) {
        long now = System.nanoTime();
        line("STEP " + name + " " + (now - last) / 1_000_000 + " " + detail);
        last = now;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
