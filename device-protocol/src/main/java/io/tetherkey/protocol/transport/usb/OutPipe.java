package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.usb4java.LibUsb;

/** The bulk pipe to the phone, one transfer at a time. Safe for any thread; transfers end on the event thread. */
final class OutPipe {
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final UsbTransfer transfer;
    private final int maxPacket;
    private boolean underWay;
    private boolean closed;
    private @Nullable UsbException failure;

    OutPipe(UsbConnection connection, InterfaceFacts.EndpointFacts endpoint) throws UsbException {
        this.transfer = connection.transfer(endpoint, this::over);
        this.maxPacket = endpoint.maxPacket();
    }

    private void over(int status, int length) {
        lock.lock();
        try {
            underWay = false;
            if (status != LibUsb.TRANSFER_COMPLETED) {
                failure = UsbException.ofTransfer(status);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link io.tetherkey.protocol.transport.Transport#write}. */
    void write(byte[] bytes) throws TransportException {
        try {
            lock.lockInterruptibly();
            try {
                for (byte[] piece : TransferPieces.of(bytes, maxPacket)) {
                    send(piece);
                }
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while writing to the phone.", e);
        }
    }

    private void send(byte[] piece) throws TransportException, InterruptedException {
        checkOpen();
        try {
            transfer.write(piece);
            underWay = true;
        } catch (UsbException e) {
            failure = e;
        }
        try {
            while (underWay && !closed) {
                changed.await();
            }
        } catch (InterruptedException e) {
            transfer.cancel();
            throw e;
        }
        checkOpen();
    }

    private void checkOpen() throws TransportException {
        if (closed) {
            throw new TransportException(TransportFault.CLOSED, "The connection to the phone is closed.");
        }
        if (failure != null) {
            throw failure.whenOpen();
        }
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

    /** Ends writing; returns whether the transfer is over, without which the device must stay open. */
    boolean isEnded() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (underWay) {
                transfer.cancel();
            }
            if (!Waiting.until(changed, () -> !underWay, FAREWELL)) {
                return false;
            }
            transfer.free();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
