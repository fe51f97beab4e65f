package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * When to look at the devices again: at once and a few more times after each change, because the system makes a device
 * known before it has set it up, and else seldom. One thread waits; any thread tells of changes.
 */
public final class PlugRhythm {
    private static final long[] AFTER_A_CHANGE = {60, 140, 300, 500};

    private final long rest;
    private final Semaphore changes = new Semaphore(0);
    private int since = AFTER_A_CHANGE.length;

    /** @param rest how long to wait where no change is told of */
    public PlugRhythm(Duration rest) {
        this.rest = rest.toMillis();
    }

    /** A device may have come or gone. */
    public void changed() {
        changes.release();
    }

    /** Waits until the next look is due. */
    public void await() throws InterruptedException {
        long wait = since < AFTER_A_CHANGE.length ? AFTER_A_CHANGE[since] : rest;
        if (changes.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
            changes.drainPermits();
            since = 0;
        } else {
            since = Math.min(since + 1, AFTER_A_CHANGE.length);
        }
    }
}
