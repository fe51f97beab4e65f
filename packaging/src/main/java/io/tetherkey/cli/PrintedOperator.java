package io.tetherkey.cli;

import io.tetherkey.protocol.conformance.Operator;
import java.io.PrintWriter;
import java.time.Duration;

/** Tells the person at the phone what to do. */
record PrintedOperator(PrintWriter out) implements Operator {
    @Override
    public void please(String what) {
        out.println("   >> On the phone: " + what);
        out.flush();
    }

    @Override
    public void letPass(Duration time) {
        out.println("   .. waiting " + time.toSeconds() + " s");
        out.flush();
    }
}
