package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A transport over a {@link Line}. Two daemon threads stand in the system's calls, one reading and one writing, so that
 * callers, which may be virtual threads, wait where they can be interrupted and closed. The last of the two that leaves
 * closes the line.
 */
public final class LineTransport implements Transport {
    private static final int MOST_UNREAD = 262_144;
    private static final int READ_BUFFER = 16_384;
    private static final int READER_AND_WRITER = 2;

    private final Line line;
    private final BytePipe inbound = new BytePipe(MOST_UNREAD);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CountDownLatch released = new CountDownLatch(1);
    private int inside = READER_AND_WRITER;
    private @Nullable Rest outgoing;
    private boolean gone;
    private boolean closed;

    /** What is still to be written of one message. */
    private record Rest(byte[] bytes, int from) {}

    private LineTransport(Line line) {
        this.line = line;
    }

    /**
     * Takes the line over.
     *
     * @param name of the threads
     */
    public static LineTransport start(Line line, String name) {
        LineTransport transport = new LineTransport(line);
        Thread.ofPlatform().daemon().name(name + "-read").start(transport::readLoop);
        Thread.ofPlatform().daemon().name(name + "-write").start(transport::writeLoop);
        return transport;
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        try {
            lock.lockInterruptibly();
            try {
                outgoing = bytes.length == 0 ? null : new Rest(bytes.clone(), 0);
                changed.signalAll();
                while (outgoing != null && !over()) {
                    changed.await();
                }
                if (over()) {
                    throw new TransportException(TransportFault.UNPLUGGED, "The connection to the phone is gone.");
                }
            } finally {
                outgoing = null;
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while writing to the phone.", e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return inbound.take(buffer, timeout);
    }

    /** The other end is gone: what it had sent can still be read. */
    public void hungUp() {
        lock.lock();
        try {
            gone = true;
            inbound.finish();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns at once; the line is closed as soon as the system has let go of it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            inbound.cut();
            changed.signalAll();
            if (outgoing != null && inside > 0) {
                line.abortWrite();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether neither end has closed. */
    public boolean isOpen() {
        lock.lock();
        try {
            return !over();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until both threads have left the line, which may then be closed or opened anew.
     *
     * @return false if that took longer
     */
    public boolean awaitReleased(Duration longest) throws InterruptedException {
        return released.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Holds the lock. */
    private boolean over() {
        return gone || closed;
    }

    private void readLoop() {
        byte[] buffer = new byte[READ_BUFFER];
        try {
            while (isOpen()) {
                int count = line.read(buffer);
                if (count < 0) {
                    hungUp();
                } else if (count > 0) {
                    inbound.put(Arrays.copyOf(buffer, count));
                }
            }
        } catch (TransportException closedMeanwhile) {
            hungUp();
        } finally {
            leave();
        }
    }

    private void writeLoop() {
        try {
            for (Rest rest = next(); rest != null; rest = next()) {
                int count = line.write(rest.bytes(), rest.from());
                if (count < 0) {
                    hungUp();
                } else {
                    taken(rest, count);
                }
            }
        } catch (InterruptedException e) {
            hungUp();
        } finally {
            leave();
        }
    }

    /** Waits for bytes to write; null once the transport is over. */
    private @Nullable Rest next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (outgoing == null && !over()) {
                changed.await();
            }
            return over() ? null : outgoing;
        } finally {
            lock.unlock();
        }
    }

    private void taken(Rest rest, int count) {
        lock.lock();
        try {
            if (outgoing == rest) {
                int from = rest.from() + count;
                outgoing = from == rest.bytes().length ? null : new Rest(rest.bytes(), from);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        boolean last;
        lock.lock();
        try {
            inside--;
            last = inside == 0;
        } finally {
            lock.unlock();
        }
        if (last) {
            line.close();
            released.countDown();
        }
    }
}
