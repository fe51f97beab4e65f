package io.tetherkey.protocol.host;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: 100 ms, doubled after each failure up to what the pace allows, of which a random
 * part of up to one half is left out, so that programs that lost the same phone do not all come back at once. Not
 * thread-safe.
 */
final class BackOff {
    private static final int FIRST = 100;

    private final RandomGenerator random;
    private int longest = FIRST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds to wait now that one more try has failed. */
    long next(Pace pace) {
        int most = Math.min(longest, pace.longest());
        longest = Math.min(2 * most, pace.longest());
        return most - random.nextInt(most / 2 + 1);
    }

    /** A try has succeeded, or there is something new to try. */
    void reset() {
        longest = FIRST;
    }
}
