package io.tetherkey.protocol.phone.virtual.pty;

import io.tetherkey.protocol.transport.LineTransport;
import io.tetherkey.protocol.transport.PlugGate;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone's socket as a serial line: a pseudo-terminal behind a symbolic link, a new one for each connection, none
 * while unplugged. One daemon thread looks every 20 ms whether a PC has opened it.
 */
public final class PtyPhonePort implements TransportListener {
    private static final Logger LOG = LoggerFactory.getLogger(PtyPhonePort.class);
    private static final long LOOK_EVERY = 20;

    private final PtyLink link;
    private final PlugGate gate = new PlugGate();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean plugged = true;
    private @Nullable Pty waiting;
    private @Nullable Path leadsTo;
    private @Nullable LineTransport live;

    private PtyPhonePort(PtyLink link) {
        this.link = link;
    }

    /**
     * Makes the line and its link.
     *
     * @param link where a PC finds the line; its folder exists
     * @throws TransportException with {@link TransportFault#UNSUPPORTED} where there are no pseudo-terminals as Linux
     *     has them, with {@link TransportFault#IN_USE} if something is in the link's place
     */
    public static PtyPhonePort listen(Path link) throws TransportException {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            throw new TransportException(
                    TransportFault.UNSUPPORTED, "A phone on a pseudo-terminal works on Linux only; use TCP here.");
        }
        PtyPhonePort port = new PtyPhonePort(new PtyLink(link.toAbsolutePath()));
        try {
            port.prepare();
        } catch (IOException e) {
            throw new TransportException(TransportFault.IN_USE, "The line cannot be made: " + e.getMessage() + ".", e);
        }
        Thread.ofPlatform().daemon().name("pty-port").start(port::watch);
        return port;
    }

    /** The link, absolute. */
    public Path link() {
        return link.link();
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return gate.accept(timeout);
    }

    @Override
    public synchronized void plug() {
        gate.plug();
        plugged = closed.getCount() > 0;
    }

    @Override
    public synchronized void unplug() {
        plugged = false;
        gate.unplug();
        live = null;
        removeLine();
    }

    @Override
    public void close() {
        closed.countDown();
        unplug();
        gate.close();
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        if (!plugged) {
            return;
        }
        try {
            if (live != null && !live.isOpen()) {
                live = null;
                removeLine();
            }
            if (live == null && waiting == null) {
                prepare();
            }
            if (waiting != null && waiting.isConnected()) {
                connect(waiting);
            }
        } catch (IOException e) {
            LOG.error("The phone cannot be plugged in again: {}", e.getMessage());
            plugged = false;
        }
    }

    private synchronized void prepare() throws IOException {
        Pty next = Pty.open();
        try {
            link.leadTo(next.slave());
        } catch (IOException e) {
            next.close();
            throw e;
        }
        waiting = next;
        leadsTo = next.slave();
    }

    /** From now on the transport owns the pseudo-terminal. */
    private void connect(Pty pty) {
        waiting = null;
        LineTransport transport = LineTransport.start(pty, "pty");
        live = transport;
        gate.offer(transport, transport::isOpen);
    }

    private void removeLine() {
        try {
            if (leadsTo != null) {
                link.remove(leadsTo);
                leadsTo = null;
            }
        } catch (IOException e) {
            LOG.warn("The line's link stays behind", e);
        }
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
