package io.tetherkey.protocol.phone.virtual;

import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.phone.virtual.usbip.LocalUsbSocket;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.phone.virtual.usbip.UsbIpPhonePort;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where computers plug the phone in.
 *
 * @param address how the command line of a computer spells it; for USB over IP, where usbip attaches it
 */
record PhoneSocket(TransportListener port, String address) implements AutoCloseable {
    static final int USUAL_TCP_PORT = 7337;

    private static final String SERIAL_NUMBER = "VIRTUAL1";

    /** @param port 0 to 65535, 0 for any free one */
    static PhoneSocket tcp(int port) throws TransportException {
        TcpPhonePort tcp = TcpPhonePort.listen(port);
        return new PhoneSocket(tcp, "tcp://127.0.0.1:" + tcp.port());
    }

    static PhoneSocket pty(Path link) throws TransportException {
        PtyPhonePort pty = PtyPhonePort.listen(link);
        return new PhoneSocket(pty, "serial:" + pty.link());
    }

    /**
     * A USB phone that Linux computers attach with usbip.
     *
     * @param port 0 to 65535, 0 for any free one
     * @param tell told how to plug the phone in, now and whenever it can be plugged in again
     */
    static PhoneSocket usbIp(int port, UsbFace face, Consumer<String> tell) throws TransportException {
        UsbIpPhonePort usbIp =
                UsbIpPhonePort.listen(port, face, SERIAL_NUMBER, _ -> tell.accept("the phone can be plugged in again"));
        tell.accept("plug the phone in with: sudo modprobe vhci-hcd; sudo usbip --tcp-port " + usbIp.port()
                + " attach -r 127.0.0.1 -b " + UsbIpPhonePort.BUS_ID);
        return new PhoneSocket(usbIp, "usbip://127.0.0.1:" + usbIp.port());
    }

    /** A USB phone in a socket of this very computer. */
    static PhoneSocket usbHere(int port, UsbFace face) throws TransportException {
        LocalUsbSocket here = LocalUsbSocket.plugIn(port, face, SERIAL_NUMBER);
        return new PhoneSocket(here, "usbip://127.0.0.1:" + here.port().port());
    }

    @Override
    public void close() {
        port.close();
    }
}
