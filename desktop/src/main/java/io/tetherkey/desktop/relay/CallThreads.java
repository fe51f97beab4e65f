package io.tetherkey.desktop.relay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs blocking calls, each on a virtual thread, and interrupts those that still wait at the end. */
final class CallThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallThreads.class);

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /** A call that may be interrupted. */
    @FunctionalInterface
    interface Call {
        void run() throws InterruptedException;
    }

    void start(Call call) {
        Thread.ofVirtual().name("relay-call").start(() -> {
            running.add(Thread.currentThread());
            try {
                call.run();
            } catch (InterruptedException e) {
                LOG.debug("a call was left", e);
            } finally {
                running.remove(Thread.currentThread());
            }
        });
    }

    @Override
    public void close() {
        running.forEach(Thread::interrupt);
    }
}
