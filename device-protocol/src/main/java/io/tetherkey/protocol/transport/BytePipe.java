package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a cable: a queue of bytes that ends when it is finished or cut. Safe for any thread. */
public final class BytePipe {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> chunks = new ArrayDeque<>();
    private int consumed;
    private long waiting;
    private boolean finished;
    private boolean cut;

    /** A pipe that takes whatever is put. */
    public BytePipe() {
        this(Integer.MAX_VALUE);
    }

    /** @param capacity bytes; while at least so many wait, {@link #put(byte[])} waits too */
    public BytePipe(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds a copy of the bytes, once there is room.
     *
     * @throws TransportException with {@link TransportFault#UNPLUGGED} if the pipe has ended, with
     *     {@link TransportFault#INTERRUPTED} if the thread was interrupted while it waited
     */
    public void put(byte[] bytes) throws TransportException {
        lock.lock();
        try {
            while (waiting >= capacity && !cut && !finished) {
                changed.await();
            }
            if (cut || finished) {
                throw new TransportException(TransportFault.UNPLUGGED, "The cable is unplugged.");
            }
            if (bytes.length > 0) {
                chunks.add(bytes.clone());
                waiting += bytes.length;
                changed.signalAll();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    /** The reader is gone: what was sent is lost. */
    public void cut() {
        lock.lock();
        try {
            cut = true;
            chunks.clear();
            consumed = 0;
            waiting = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The writer is done: what was sent still arrives. */
    public void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether bytes can still be put. */
    public boolean isOpen() {
        lock.lock();
        try {
            return !cut && !finished;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link Transport#read(byte[], Duration)}. */
    public int take(byte[] buffer, Duration timeout) throws TransportException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            long left = timeout.toNanos();
            while (chunks.isEmpty() && !cut && !finished && left > 0) {
                left = changed.awaitNanos(left);
            }
            return chunks.isEmpty() && (cut || finished) ? -1 : drainInto(buffer);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    private int drainInto(byte[] buffer) {
        int filled = 0;
        for (byte[] head = chunks.peek(); head != null && filled < buffer.length; head = chunks.peek()) {
            int count = Math.min(head.length - consumed, buffer.length - filled);
            System.arraycopy(head, consumed, buffer, filled, count);
            filled += count;
            consumed += count;
            if (consumed == head.length) {
                chunks.remove();
                consumed = 0;
            }
        }
        waiting -= filled;
        if (filled > 0) {
            changed.signalAll();
        }
        return filled;
    }

    private static TransportException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for the phone.", cause);
    }
}
