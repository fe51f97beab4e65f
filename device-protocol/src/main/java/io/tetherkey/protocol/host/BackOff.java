package io.tetherkey.protocol.host;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: 100 ms, doubled after each failure up to 500 ms, of which a random part of up
 * to one half is left out, so that programs that lost the same phone do not all come back at once. Not thread-safe.
 */
final class BackOff {
    private static final int FIRST = 100;
    private static final int LONGEST = 500;

    private final RandomGenerator random;
    private int longest = FIRST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds to wait now that one more try has failed. */
    long next() {
        int wait = longest - random.nextInt(longest / 2 + 1);
        longest = Math.min(LONGEST, longest * 2);
        return wait;
    }

    /** A try has succeeded. */
    void reset() {
        longest = FIRST;
    }
}
