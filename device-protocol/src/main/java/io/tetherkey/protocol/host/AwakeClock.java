package io.tetherkey.protocol.host;

import java.util.function.LongSupplier;

/**
 * Milliseconds during which this process was awake: a pause of the process or of the computer counts as a moment, so
 * that the other end is not taken for dead because this one slept. Not thread-safe.
 */
final class AwakeClock {
    private static final long LONGEST_STEP = 250;

    private final LongSupplier millis;
    private long seen;
    private long awake;

    /** @param millis a monotonic clock */
    AwakeClock(LongSupplier millis) {
        this.millis = millis;
        this.seen = millis.getAsLong();
    }

    /** To be asked at least every 250 ms. */
    long now() {
        return after(0);
    }

    /**
     * To be asked after waiting on purpose.
     *
     * @param waited the longest that the wait was meant to last, in milliseconds: so much is no pause
     */
    long after(long waited) {
        long real = millis.getAsLong();
        awake += Math.min(real - seen, waited + LONGEST_STEP);
        seen = real;
        return awake;
    }
}
