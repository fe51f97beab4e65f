package io.tetherkey.protocol.transport.usb;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usb4java.Context;
import org.usb4java.LibUsb;

/**
 * The thread that lets libusb work for one session: every callback runs on it. A platform thread, because it waits
 * inside libusb. It wakes for events and twice a second.
 */
final class EventThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventThread.class);
    private static final long WAIT_MICROS = 500_000;
    private static final Duration AFTER_ERROR = Duration.ofMillis(100);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Context context;
    private final Thread thread;
    private final AtomicLong turns = new AtomicLong();
    private volatile boolean stopped;

    EventThread(Context context, String name) {
        this.context = context;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** How often it has gone round. */
    long turns() {
        return turns.get();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    private void run() {
        try {
            while (!stopped) {
                int code = LibUsb.handleEventsTimeout(context, WAIT_MICROS);
                turns.incrementAndGet();
                if (code < 0 && code != LibUsb.ERROR_INTERRUPTED) {
                    LOG.debug("libusb cannot wait for events: {}", code);
                    Thread.sleep(AFTER_ERROR);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread and waits for it. @return whether it has ended, so that its session may be given back */
    boolean isEnded() {
        stopped = true;
        LibUsb.interruptEventHandler(context);
        boolean interrupted = false;
        long until = System.nanoTime() + FAREWELL.toNanos();
        while (thread.isAlive() && System.nanoTime() < until) {
            try {
                thread.join(FAREWELL);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void close() {
        if (!isEnded()) {
            LOG.warn("The USB event thread does not end");
        }
    }
}
