package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Path;

/**
 * Where computers plug the phone in.
 *
 * @param address how the command line of a computer spells it
 */
record PhoneSocket(TransportListener port, String address) implements AutoCloseable {
    static final int USUAL_TCP_PORT = 7337;

    /** @param port 0 to 65535, 0 for any free one */
    static PhoneSocket tcp(int port) throws TransportException {
        TcpPhonePort tcp = TcpPhonePort.listen(port);
        return new PhoneSocket(tcp, "tcp://127.0.0.1:" + tcp.port());
    }

    static PhoneSocket pty(Path link) throws TransportException {
        PtyPhonePort pty = PtyPhonePort.listen(link);
        return new PhoneSocket(pty, "serial:" + pty.link());
    }

    @Override
    public void close() {
        port.close();
    }
}
