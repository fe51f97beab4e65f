package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.usb4java.LibUsb;

/**
 * The bulk pipe from the phone: one transfer waits for the phone all the time, unless much is unread. Safe for any
 * thread; transfers end on the event thread.
 */
final class InPipe {
    private static final int MOST_UNREAD = 262_144;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private final UsbTransfer transfer;
    private int taken;
    private int unread;
    private boolean underWay;
    private boolean closed;
    private @Nullable UsbException failure;

    InPipe(UsbConnection connection, InterfaceFacts.EndpointFacts endpoint) throws UsbException {
        this.transfer = connection.transfer(endpoint, this::over);
    }

    void start() throws UsbException {
        lock.lock();
        try {
            transfer.read();
            underWay = true;
        } finally {
            lock.unlock();
        }
    }

    private void over(int status, int length) {
        lock.lock();
        try {
            underWay = false;
            if (length > 0) {
                arrived.add(transfer.bytes(length));
                unread += length;
            }
            if (status != LibUsb.TRANSFER_COMPLETED && !closed) {
                failure = UsbException.ofTransfer(status);
            }
            goOn();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void goOn() {
        if (underWay || closed || failure != null || unread >= MOST_UNREAD) {
            return;
        }
        try {
            transfer.read();
            underWay = true;
        } catch (UsbException e) {
            failure = e;
        }
    }

    /** As {@link io.tetherkey.protocol.transport.Transport#read}. */
    int read(byte[] buffer, Duration timeout) throws TransportException {
        try {
            lock.lockInterruptibly();
            try {
                long left = timeout.toNanos();
                while (arrived.isEmpty() && !closed && failure == null && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return outcome(buffer);
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for the phone.", e);
        }
    }

    private int outcome(byte[] buffer) throws TransportException {
        if (closed) {
            return -1;
        }
        if (!arrived.isEmpty()) {
            int count = fill(buffer);
            goOn();
            return count;
        }
        if (failure == null) {
            return 0;
        }
        if (failure.kind() == UsbCause.GONE) {
            return -1;
        }
        throw failure.whenOpen();
    }

    private int fill(byte[] buffer) {
        int filled = 0;
        for (byte[] head = arrived.peek(); head != null && filled < buffer.length; head = arrived.peek()) {
            int count = Math.min(head.length - taken, buffer.length - filled);
            System.arraycopy(head, taken, buffer, filled, count);
            filled += count;
            taken += count;
            if (taken == head.length) {
                arrived.remove();
                taken = 0;
            }
        }
        unread -= filled;
        return filled;
    }

    /** Whether the pipe refused, which lasts until it is cleared. */
    boolean hasStalled() {
        lock.lock();
        try {
            return failure != null && failure.kind() == UsbCause.STALLED;
        } finally {
            lock.unlock();
        }
    }

    /** Ends reading; returns whether the transfer is over, without which the device must stay open. */
    boolean isEnded() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (underWay) {
                transfer.cancel();
            }
            return Waiting.until(changed, () -> !underWay, FAREWELL) && freed();
        } finally {
            lock.unlock();
        }
    }

    private boolean freed() {
        transfer.free();
        return true;
    }
}
