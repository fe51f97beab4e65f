package io.tetherkey.protocol.conformance;

import java.time.Duration;

/** Nobody: the script acts on what it sees, and time passes at once. */
record ClockOperator(MovableClock clock) implements Operator {
    @Override
    public void please(String what) {}

    @Override
    public void letPass(Duration time) {
        clock.move(time);
    }
}
