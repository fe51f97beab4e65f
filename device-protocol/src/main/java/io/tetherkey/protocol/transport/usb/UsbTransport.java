package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two bulk pipes of a claimed interface. If a write would end in a full packet, one 0x00 is added to it: between frames
 * that is an empty frame. If the phone let go of the cable, reading ends when everything that came has been read.
 */
final class UsbTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(UsbTransport.class);

    private final UsbConnection connection;
    private final InterfaceFacts claimed;
    private final InPipe in;
    private final OutPipe out;
    private final AtomicBoolean closed = new AtomicBoolean();

    private UsbTransport(UsbConnection connection, InterfaceFacts claimed, InPipe in, OutPipe out) {
        this.connection = connection;
        this.claimed = claimed;
        this.in = in;
        this.out = out;
    }

    /**
     * Claims the interface, which has one bulk pipe each way, and begins to read.
     *
     * @param connection taken over; the caller closes it only if this fails
     */
    static UsbTransport over(UsbConnection connection, InterfaceFacts one) throws UsbException {
        connection.claim(one);
        InPipe in = new InPipe(connection, one.bulk(true));
        OutPipe out = new OutPipe(connection, one.bulk(false));
        in.start();
        return new UsbTransport(connection, one, in, out);
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        out.write(bytes);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        return in.read(buffer, timeout);
    }

    /** How often libusb has been asked for events. */
    long eventTurns() {
        return connection.eventTurns();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean inEnded = in.isEnded();
        boolean outEnded = out.isEnded();
        if (inEnded && outEnded) {
            clearStalls();
            connection.close();
        } else {
            LOG.warn("A USB transfer does not end; its device stays open");
        }
    }

    /** A stall outlives the connection: the next one would find the pipe still refusing. */
    private void clearStalls() {
        try {
            if (in.hasStalled()) {
                connection.clearHalt(claimed.bulk(true));
            }
            if (out.hasStalled()) {
                connection.clearHalt(claimed.bulk(false));
            }
        } catch (UsbException e) {
            LOG.debug("A stalled pipe cannot be cleared", e);
        }
    }
}
