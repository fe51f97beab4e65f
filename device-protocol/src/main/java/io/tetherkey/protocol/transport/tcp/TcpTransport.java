package io.tetherkey.protocol.transport.tcp;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * A TCP connection with TCP_NODELAY, each message one write: two writes would cost some 40 ms, because the second
 * waits for the delayed acknowledgement of the first.
 */
public final class TcpTransport implements Transport {
    private final Socket socket;

    TcpTransport(Socket socket) throws TransportException {
        this.socket = socket;
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            close();
            throw new TransportException(TransportFault.FAILED, "The connection cannot be set up.", e);
        }
    }

    /**
     * Connects to a phone that listens.
     *
     * @param timeout the longest wait, at least one millisecond
     * @throws TransportException with {@link TransportFault#ABSENT} if nothing listens there or nothing answers in time
     */
    public static TcpTransport connect(InetAddress host, int port, Duration timeout) throws TransportException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
            return new TcpTransport(socket);
        } catch (IOException e) {
            closeQuietly(socket);
            throw new TransportException(
                    faultOf(e), "No phone answers at " + host.getHostAddress() + ":" + port + ".", e);
        }
    }

    /** As above, for a host that is looked up by its name or address. */
    public static TcpTransport connect(String host, int port, Duration timeout) throws TransportException {
        try {
            return connect(InetAddress.getByName(host), port, timeout);
        } catch (UnknownHostException e) {
            throw new TransportException(TransportFault.ABSENT, "There is no host " + host + ".", e);
        }
    }

    @Override
    public void write(byte[] bytes) throws TransportException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new TransportException(
                    Thread.currentThread().isInterrupted() ? TransportFault.INTERRUPTED : TransportFault.UNPLUGGED,
                    "The connection to the phone is gone.",
                    e);
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws TransportException {
        try {
            socket.setSoTimeout(Math.max(1, Math.toIntExact(timeout.toMillis())));
            return socket.getInputStream().read(buffer);
        } catch (SocketTimeoutException e) {
            return 0;
        } catch (SocketException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while waiting for the phone.", e);
            }
            return -1;
        } catch (IOException e) {
            throw new TransportException(TransportFault.FAILED, "The connection to the phone failed.", e);
        }
    }

    @Override
    public boolean isConnection() {
        return true;
    }

    /** A pulled cable between two computers is noticed by neither end of a connection over it. */
    @Override
    public boolean tellsOfItsEnd() {
        InetAddress other = socket.getInetAddress();
        return other != null && other.isLoopbackAddress();
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static TransportFault faultOf(IOException cause) {
        return switch (cause) {
            case ConnectException _, SocketTimeoutException _, NoRouteToHostException _ -> TransportFault.ABSENT;
            default -> TransportFault.FAILED;
        };
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // A socket that fails to close is as gone as one that closed: nobody could do anything about it.
        }
    }
}
