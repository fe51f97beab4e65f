package io.tetherkey.protocol.phone.virtual.usbip;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The phone's end of the two pipes of one interface, for as long as a program on the computer holds them. */
final class UsbIpTransport implements Transport {
    private static final long DOUBT_MILLIS = 25;

    private final Attachment attachment;
    private final ProgramPipe pipe;
    private byte[] rest = {};
    private boolean closed;

    UsbIpTransport(Attachment attachment, ProgramPipe pipe) {
        this.attachment = attachment;
        this.pipe = pipe;
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        lockInterruptibly();
        try {
            while (isOpen() && pipe.toComputer().unread() >= UsbIpLimits.MOST_UNREAD) {
                await(Long.MAX_VALUE);
            }
            if (!isOpen()) {
                throw new TransportException(TransportFault.UNPLUGGED, "The computer is gone.");
            }
            pipe.toComputer().write(bytes);
            attachment.pump();
        } catch (IOException e) {
            if (e instanceof TransportException known) {
                throw known;
            }
            throw new TransportException(TransportFault.UNPLUGGED, "The computer is gone.", e);
        } finally {
            attachment.lock().unlock();
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        lockInterruptibly();
        try {
            long until = System.nanoTime() + timeout.toNanos();
            while (rest.length == 0 && !pipe.hasArrived() && isOpen()) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return 0;
                }
                await(left);
            }
            return closed ? -1 : taken(buffer);
        } finally {
            attachment.lock().unlock();
        }
    }

    private int taken(byte[] buffer) {
        if (rest.length == 0) {
            Optional<byte[]> next = pipe.read();
            if (next.isEmpty()) {
                return -1;
            }
            rest = next.get();
            try {
                attachment.pump();
            } catch (IOException _) {
                // What has arrived is still read; the next read says that the computer is gone.
            }
        }
        int count = Math.min(buffer.length, rest.length);
        System.arraycopy(rest, 0, buffer, 0, count);
        byte[] left = new byte[rest.length - count];
        System.arraycopy(rest, count, left, 0, left.length);
        rest = left;
        return count;
    }

    @Override
    public void close() {
        attachment.lock().lock();
        try {
            closed = true;
            attachment.ended(pipe, this);
            attachment.changed().signalAll();
        } finally {
            attachment.lock().unlock();
        }
    }

    /** Whether a program on the computer still holds the pipes. */
    boolean isAlive() {
        attachment.lock().lock();
        try {
            return isOpen();
        } finally {
            attachment.lock().unlock();
        }
    }

    private boolean isOpen() {
        return !closed && attachment.isHeld(pipe);
    }

    private void lockInterruptibly() throws TransportException {
        try {
            attachment.lock().lockInterruptibly();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void await(long nanos) throws TransportException {
        try {
            long most = pipe.isDoubtful() ? TimeUnit.MILLISECONDS.toNanos(DOUBT_MILLIS) : Long.MAX_VALUE;
            long left = attachment.changed().awaitNanos(Math.min(nanos, most));
            assert left <= nanos;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static TransportException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for the computer.", cause);
    }
}
