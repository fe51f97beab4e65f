package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A cable whose other end stops taking bytes: after some writes the next one blocks until the cable is closed. */
final class StuckTransport implements Transport {
    private final Transport cable;
    private final AtomicInteger writesLeft;
    private final CountDownLatch closed = new CountDownLatch(1);

    StuckTransport(Transport cable, int writes) {
        this.cable = cable;
        this.writesLeft = new AtomicInteger(writes);
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        if (writesLeft.getAndDecrement() > 0) {
            cable.write(bytes);
            return;
        }
        try {
            closed.await();
            throw new TransportException(TransportFault.UNPLUGGED, "Closed while writing.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while writing.", e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return cable.read(buffer, timeout);
    }

    @Override
    public void close() {
        closed.countDown();
        cable.close();
    }
}
