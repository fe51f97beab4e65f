package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A transport whose {@link #write} never waits for the other end: one virtual thread writes, and what it has not written
 * yet is kept up to a limit. An end that stops reading is then as good as unplugged.
 */
public final class PatientTransport implements Transport {
    /** Bytes that may wait to be written: several of the longest messages. */
    static final int MOST_WAITING = 262_144;

    private static final Duration FAREWELL = Duration.ofMillis(200);
    private static final byte[] END = new byte[0];

    private final Transport inner;
    private final Duration farewell;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread writer;
    private volatile boolean broken;

    public PatientTransport(Transport inner) {
        this(inner, FAREWELL);
    }

    /** @param farewell how long the last bytes may take to leave */
    PatientTransport(Transport inner, Duration farewell) {
        this.inner = inner;
        this.farewell = farewell;
        this.writer = Thread.ofVirtual().name("transport-writer").start(this::writeAll);
    }

    /** @throws TransportException UNPLUGGED if the other end is gone or has stopped reading */
    @Override
    public void write(byte[] bytes) throws TransportException {
        if (broken || waiting.addAndGet(bytes.length) > MOST_WAITING) {
            broken = true;
            inner.close();
            throw new TransportException(TransportFault.UNPLUGGED, "The other end takes no more bytes.");
        }
        outgoing.add(bytes.clone());
    }

    private void writeAll() {
        try {
            for (byte[] next = outgoing.take(); next.length > 0; next = outgoing.take()) {
                inner.write(next);
                waiting.addAndGet(-next.length);
            }
        } catch (TransportException gone) {
            broken = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return inner.read(buffer, timeout);
    }

    @Override
    public boolean isConnection() {
        return inner.isConnection();
    }

    /** Gives the last bytes a moment to leave. */
    @Override
    public void close() {
        outgoing.add(END);
        try {
            writer.join(farewell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inner.close();
        writer.interrupt();
    }
}
