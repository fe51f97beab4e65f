package io.tetherkey.protocol.phone.virtual.usbip;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual phone in a USB socket of this computer, which the kernel's vhci_hcd provides: it is attached whenever it can
 * be, so also after a plug and when it has become an accessory. Linux only, needs root, the module and the usbip tool.
 */
public final class LocalUsbSocket implements TransportListener {
    private static final Logger LOG = LoggerFactory.getLogger(LocalUsbSocket.class);
    private static final Path CONTROLLER = Path.of("/sys/devices/platform/vhci_hcd.0");
    private static final Path STATUS = CONTROLLER.resolve("status");
    private static final String FREE = "004";
    private static final String NOWHERE = "0-0";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    /** Attaching is one at a time, or nobody could tell which socket is whose. */
    private static final Object ATTACHING = new Object();

    private final UsbIpPhonePort port;
    private @Nullable String socket;

    private LocalUsbSocket(int tcpPort, UsbFace face, String serialNumber) throws TransportException {
        this.port = UsbIpPhonePort.listen(tcpPort, face, serialNumber, this::attachAgain);
    }

    /**
     * Plugs a phone in; the kernel has it when this returns, and sets it up then.
     *
     * @param tcpPort the loopback port over which the kernel talks to the phone, 0 for any free one
     * @throws TransportException if the port cannot be had, or the kernel does not take the phone
     */
    public static LocalUsbSocket plugIn(int tcpPort, UsbFace face, String serialNumber) throws TransportException {
        if (!Files.isReadable(STATUS)) {
            throw new TransportException(TransportFault.ABSENT, "vhci_hcd is not loaded: sudo modprobe vhci-hcd");
        }
        LocalUsbSocket plugged = new LocalUsbSocket(tcpPort, face, serialNumber);
        try {
            plugged.attach();
            return plugged;
        } catch (TransportException e) {
            plugged.close();
            throw e;
        }
    }

    /** The phone's end. */
    public UsbIpPhonePort port() {
        return port;
    }

    /** Where the kernel put the phone, such as 1-1; empty while it is unplugged or not set up yet. */
    public synchronized Optional<String> path() {
        return Optional.ofNullable(socket)
                .map(key -> used().get(key))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(path -> !path.equals(NOWHERE));
    }

    private void attachAgain(UsbFace face) {
        try {
            attach();
        } catch (TransportException e) {
            LOG.warn("The phone cannot be plugged in as {}", face, e);
        }
    }

    /** Into the lowest free socket, once the kernel has let go of the one before, unless the phone is in one already. */
    private void attach() throws TransportException {
        synchronized (ATTACHING) {
            if (port.isAttached()) {
                return;
            }
            awaitRelease();
            Map<String, String> before = used();
            run("usbip", "--tcp-port", "" + port.port(), "attach", "-r", "127.0.0.1", "-b", UsbIpPhonePort.BUS_ID);
            synchronized (this) {
                socket = used().keySet().stream()
                        .filter(key -> !before.containsKey(key))
                        .findFirst()
                        .orElse(null);
            }
        }
    }

    private static void run(String... command) throws TransportException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new TransportException(
                        TransportFault.NO_PERMISSION, "usbip cannot attach the phone; it needs root.");
            }
        } catch (IOException e) {
            throw new TransportException(TransportFault.UNSUPPORTED, "The usbip tool cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while attaching the phone.", e);
        }
    }

    /** Waits until the kernel has let go of the socket that the phone was in. */
    private void awaitRelease() throws TransportException {
        String last;
        synchronized (this) {
            last = socket;
        }
        if (last != null) {
            await(() -> !used().containsKey(last) && !isSetUp(last));
        }
    }

    private static void await(BooleanSupplier condition) throws TransportException {
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    throw new TransportException(TransportFault.IN_USE, "The kernel does not let go of the phone.");
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while the kernel let go.", e);
        }
    }

    /** Whether the kernel still has a device there: it forgets one a moment after it has freed the socket. */
    private static boolean isSetUp(String key) {
        int number = Integer.parseInt(key.substring(key.indexOf(' ') + 1)) + 1;
        try (Stream<Path> hubs = Files.list(CONTROLLER)) {
            return hubs.map(hub -> hub.getFileName().toString())
                    .filter(name -> name.matches("usb[0-9]+"))
                    .anyMatch(name -> Files.exists(
                            CONTROLLER.resolve(name).resolve(name.substring("usb".length()) + "-" + number)));
        } catch (IOException e) {
            LOG.debug("The kernel's USB devices cannot be listed", e);
            return false;
        }
    }

    /** The kernel's line for each socket in use, by hub and number. */
    private static Map<String, String> used() {
        Map<String, String> used = new HashMap<>();
        for (String line : lines()) {
            String[] fields = line.strip().split("\\s+");
            if (fields.length > 3 && !fields[0].equals("hub") && !fields[2].equals(FREE)) {
                used.put(fields[0] + " " + fields[1], line.strip());
            }
        }
        return used;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(STATUS);
        } catch (IOException e) {
            LOG.debug("The kernel's USB sockets cannot be read", e);
            return List.of();
        }
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return port.accept(timeout);
    }

    @Override
    public void plug() {
        port.plug();
    }

    /** Returns once the kernel has noticed. */
    @Override
    public void unplug() {
        port.unplug();
        leave();
    }

    @Override
    public void close() {
        port.close();
        leave();
    }

    private void leave() {
        try {
            awaitRelease();
            synchronized (this) {
                socket = null;
            }
        } catch (TransportException e) {
            LOG.warn("The phone is still plugged in", e);
        }
    }
}
