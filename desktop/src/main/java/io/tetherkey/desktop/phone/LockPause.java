package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.host.PhoneClient;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The wait before a locked phone is asked again whether it still is: until it tells, or, where it does not tell, for a
 * little while. All methods may be called from any thread.
 */
final class LockPause {

    /** Of a phone that tells; it is asked all the same, in case that its word was lost on the cable. */
    private static final Duration TOLD = Duration.ofSeconds(10);

    private static final Duration ASKED = Duration.ofMillis(700);
    private static final Duration ASKED_CALMLY = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Pace pace = Pace.PROMPT;
    private int paces;

    /** How often a phone that does not tell is asked, from now on. */
    void keep(Pace chosen) {
        lock.lock();
        try {
            pace = chosen;
            paces++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits. */
    void before(PhoneClient phone) throws InterruptedException {
        if (!phone.awaitLockNews(TOLD)) {
            pause();
        }
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            int begun = paces;
            long left = (pace == Pace.CALM ? ASKED_CALMLY : ASKED).toNanos();
            while (left > 0 && paces == begun) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
