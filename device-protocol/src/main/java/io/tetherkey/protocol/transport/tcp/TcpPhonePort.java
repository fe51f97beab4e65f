package io.tetherkey.protocol.transport.tcp;

import io.tetherkey.protocol.transport.PlugGate;
import io.tetherkey.protocol.transport.PlugGate.Admission;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * The phone's socket on 127.0.0.1.
 *
 * <p>The listening socket keeps its port while unplugged and drops whoever comes: a port that is given up may be gone
 * when the phone is plugged in again. One virtual thread accepts.
 */
public final class TcpPhonePort implements TransportListener {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ServerSocket server;
    private final PlugGate gate = new PlugGate();
    private final Thread acceptor = Thread.ofVirtual().name("tcp-phone-port").unstarted(this::acceptLoop);

    private TcpPhonePort(ServerSocket server) {
        this.server = server;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 1 to 65535, or 0 for any free port
     * @throws TransportException with {@link TransportFault#IN_USE} if the port cannot be had
     */
    public static TcpPhonePort listen(int port) throws TransportException {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            TcpPhonePort phonePort = new TcpPhonePort(server);
            phonePort.acceptor.start();
            return phonePort;
        } catch (IOException e) {
            throw new TransportException(TransportFault.IN_USE, "Port " + port + " cannot be listened on.", e);
        }
    }

    /** The port that is listened on. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return gate.accept(timeout);
    }

    @Override
    public void plug() {
        gate.plug();
    }

    @Override
    public void unplug() {
        gate.unplug();
    }

    /** The socket is given back by the thread that waits on it, so the port is free only once that has ended. */
    @Override
    public void close() {
        gate.close();
        try {
            server.close();
            acceptor.join(FAREWELL);
        } catch (IOException _) {
            // The process holds no other reference to the socket: it is gone either way.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptLoop() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException _) {
                // Either the port was closed, which ends the loop, or the PC left before it was accepted.
            }
        }
    }

    private void admit(Socket socket) throws TransportException {
        TcpTransport transport = new TcpTransport(socket);
        if (gate.offer(transport, () -> !socket.isClosed()) != Admission.ADMITTED) {
            transport.close();
        }
    }
}
