package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The rule of a phone's socket: one connection at a time, and none while unplugged. Safe for any thread. */
public final class PlugGate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean plugged = true;
    private boolean closed;
    private @Nullable Connection live;
    private @Nullable Transport waiting;

    private record Connection(Transport transport, BooleanSupplier alive) {}

    /** What became of a connection that was offered. */
    public enum Admission {
        ADMITTED,
        UNPLUGGED,
        IN_USE
    }

    /**
     * Lets a connection in if the rule allows it; otherwise the caller drops it.
     *
     * @param transport the phone's end
     * @param alive says whether that end is still open
     */
    public Admission offer(Transport transport, BooleanSupplier alive) {
        lock.lock();
        try {
            if (!plugged) {
                return Admission.UNPLUGGED;
            }
            if (live != null && live.alive().getAsBoolean()) {
                return Admission.IN_USE;
            }
            live = new Connection(transport, alive);
            waiting = transport;
            changed.signal();
            return Admission.ADMITTED;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link TransportListener#accept(Duration)}. */
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        try {
            lock.lockInterruptibly();
            try {
                return await(timeout.toNanos());
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for a PC.", e);
        }
    }

    private Optional<Transport> await(long nanos) throws TransportException, InterruptedException {
        long left = nanos;
        while (waiting == null && !closed && left > 0) {
            left = changed.awaitNanos(left);
        }
        if (closed) {
            throw new TransportException(TransportFault.CLOSED, "The phone's socket is closed.");
        }
        Optional<Transport> accepted = Optional.ofNullable(waiting);
        waiting = null;
        return accepted;
    }

    /** As {@link TransportListener#plug()}. */
    public void plug() {
        lock.lock();
        try {
            plugged = !closed;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link TransportListener#unplug()}. */
    public void unplug() {
        lock.lock();
        try {
            plugged = false;
            waiting = null;
            if (live != null) {
                live.transport().close();
                live = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link TransportListener#close()}. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            unplug();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
