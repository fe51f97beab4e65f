package io.tetherkey.cli;

import io.tetherkey.protocol.conformance.NotRunException;
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
    public void letPass(Duration time) throws NotRunException {
        out.println("   .. waiting " + time.toSeconds() + " s");
        out.flush();
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRunException("the run was interrupted");
        }
    }
}
