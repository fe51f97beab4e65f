package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.phone.virtual.usbip.UsbIpPhonePort;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A virtual phone in one of this computer's USB sockets, which vhci_hcd provides: whenever the phone can be attached, it
 * is. Needs root and the module.
 */
public final class UsbSocket implements TransportListener {
    private static final Path STATUS = Path.of("/sys/devices/platform/vhci_hcd.0/status");
    private static final Path DEVICES = Path.of("/sys/bus/usb/devices");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration USB_IS_SLOW = Duration.ofSeconds(1);
    private static final AtomicInteger ATTACHED = new AtomicInteger();

    private final UsbIpPhonePort port;
    private final String serialNumber;
    private boolean counted;

    public UsbSocket(UsbFace face, String serialNumber) throws TransportException {
        this.serialNumber = serialNumber;
        this.port = UsbIpPhonePort.listen(0, face, serialNumber, this::attach);
        attach(face);
    }

    public UsbIpPhonePort port() {
        return port;
    }

    /** Where the phone is plugged in. */
    public UsbPath path() {
        return usedPorts().stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(path -> text(DEVICES.resolve(path).resolve("serial")).equals(serialNumber))
                .findFirst()
                .map(UsbPath::new)
                .orElseThrow();
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

    /** Puts the phone into the lowest free socket, once the kernel has let go of the last one. */
    private synchronized void attach(UsbFace face) {
        if (counted) {
            ATTACHED.decrementAndGet();
        }
        await().atMost(LIMIT).until(() -> usedPorts().size() <= ATTACHED.get());
        try {
            Process usbip = new ProcessBuilder(
                            "usbip", "--tcp-port", "" + port.port(), "attach", "-r", "127.0.0.1", "-b", "1-1")
                    .inheritIO()
                    .start();
            assertThat(usbip.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(usbip.exitValue()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        ATTACHED.incrementAndGet();
        counted = true;
    }

    /** Waits until the kernel has set the phone up. */
    public UsbSocket ready() {
        await().atMost(LIMIT).ignoreExceptions().until(() -> {
            String path = path().text();
            return Files.exists(DEVICES.resolve(path + ":1.0"))
                    && Files.exists(DEVICES.resolve(path + "/bNumInterfaces"));
        });
        return this;
    }

    private static List<String> usedPorts() {
        return text(STATUS)
                .lines()
                .skip(1)
                .filter(line -> !line.contains(" 004 "))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return port.accept(timeout.compareTo(USB_IS_SLOW) < 0 ? USB_IS_SLOW : timeout);
    }

    @Override
    public void plug() {
        port.plug();
        ready();
    }

    /** Returns once the kernel has noticed. */
    @Override
    public void unplug() {
        port.unplug();
        release();
    }

    @Override
    public void close() {
        port.close();
        release();
    }

    private synchronized void release() {
        if (counted) {
            counted = false;
            ATTACHED.decrementAndGet();
            await().atMost(LIMIT).until(() -> usedPorts().size() <= ATTACHED.get());
        }
    }
}
