package io.tetherkey.protocol.transport.memory;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of the cable: an unbounded queue of bytes that ends when it is cut. */
final class Pipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<byte[]> chunks = new ArrayDeque<>();
    private int consumed;
    private boolean finished;
    private boolean cut;

    void put(byte[] bytes) throws TransportException {
        lock.lock();
        try {
            if (cut || finished) {
                throw new TransportException(TransportFault.UNPLUGGED, "The cable is unplugged.");
            }
            if (bytes.length > 0) {
                chunks.add(bytes.clone());
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The reader is gone: what was sent is lost. */
    void cut() {
        lock.lock();
        try {
            cut = true;
            chunks.clear();
            consumed = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The writer is done: what was sent still arrives. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return !cut && !finished;
        } finally {
            lock.unlock();
        }
    }

    int take(byte[] buffer, Duration timeout) throws TransportException {
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
        return filled;
    }

    private static TransportException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for the phone.", cause);
    }
}
