package io.tetherkey.protocol.transport.usb;

import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.usbip.LocalUsbSocket;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.phone.virtual.usbip.UsbIpPhonePort;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A virtual phone in one of this computer's USB sockets, with what a test has to wait for. */
public final class UsbSocket implements TransportListener {
    private static final Path DEVICES = Path.of("/sys/bus/usb/devices");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration USB_IS_SLOW = Duration.ofSeconds(1);

    private final LocalUsbSocket socket;

    public UsbSocket(UsbFace face, String serialNumber) throws TransportException {
        this.socket = LocalUsbSocket.plugIn(0, face, serialNumber);
    }

    public UsbIpPhonePort port() {
        return socket.port();
    }

    /** Where the phone is plugged in. */
    public UsbPath path() {
        return new UsbPath(socket.path().orElseThrow());
    }

    /** The file of the phone's serial port. */
    public Path serialPort() {
        await().atMost(LIMIT).until(() -> serialPorts().length == 1);
        return Path.of("/dev", serialPorts()[0]);
    }

    private String[] serialPorts() {
        String[] names = DEVICES.resolve(path() + ":1.0/tty").toFile().list();
        return names == null ? new String[0] : names;
    }

    /** Waits until the kernel has set the phone up; if it does not, no later test finds this phone. */
    public UsbSocket ready() {
        boolean setUp = false;
        try {
            await().atMost(LIMIT)
                    .until(() -> socket.path().filter(UsbSocket::isSetUp).isPresent());
            setUp = true;
        } finally {
            if (!setUp) {
                close();
            }
        }
        return this;
    }

    private static boolean isSetUp(String path) {
        return Files.exists(DEVICES.resolve(path + ":1.0")) && Files.exists(DEVICES.resolve(path + "/bNumInterfaces"));
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return socket.accept(timeout.compareTo(USB_IS_SLOW) < 0 ? USB_IS_SLOW : timeout);
    }

    @Override
    public void plug() {
        socket.plug();
        ready();
    }

    @Override
    public void unplug() {
        socket.unplug();
    }

    @Override
    public void close() {
        socket.close();
    }
}
