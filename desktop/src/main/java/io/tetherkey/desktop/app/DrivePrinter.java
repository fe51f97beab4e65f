package io.tetherkey.desktop.app;

import io.tetherkey.protocol.message.Fault;
import java.io.PrintWriter;
import java.util.Locale;

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

    /** The last line of a drive that came to nothing: what, and whether a try was counted. */
    static String failure(Fault fault) {
        return "FAILED " + fault.code() + " " + fault.sentence(Locale.ENGLISH) + " "
                + fault.counting().sentence(Locale.ENGLISH);
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
