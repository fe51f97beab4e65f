package io.tetherkey.protocol.conformance;

import java.time.Duration;

/** Whoever holds the phone: a person who is told what to do, or a script that goes by what the phone shows. */
public interface Operator {

    /**
     * Tells what has to be done on the phone now; returns at once. The kit sees on the cable whether it was done.
     *
     * @param what one sentence
     */
    void please(String what);

    /** Tells that the kit waits for so much of the phone's time to pass; returns at once. */
    void letPass(Duration time);
}
