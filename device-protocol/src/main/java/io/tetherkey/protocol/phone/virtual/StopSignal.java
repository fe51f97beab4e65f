package io.tetherkey.protocol.phone.virtual;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the program run until its window is closed or the system asks it to end, and holds the system's request back
 * until everything is put away.
 */
final class StopSignal implements AutoCloseable {
    private static final long MOST_SECONDS = 5;

    private final CountDownLatch raised = new CountDownLatch(1);
    private final CountDownLatch putAway = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("phone-stop").unstarted(this::stop));
    }

    /** Asks the program to end. */
    void raise() {
        raised.countDown();
    }

    void await() throws InterruptedException {
        raised.await();
    }

    /** Everything is put away. */
    @Override
    public void close() {
        putAway.countDown();
    }

    private void stop() {
        raise();
        try {
            boolean inTime = putAway.await(MOST_SECONDS, TimeUnit.SECONDS);
            assert inTime : "the phone takes too long to stop";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
