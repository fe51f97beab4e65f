package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.message.LinkReply.Done;
import io.tetherkey.protocol.phone.virtual.pty.PtyPhonePort;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import io.tetherkey.protocol.transport.serial.SerialTransport;
import io.tetherkey.protocol.transport.tcp.TcpPhonePort;
import io.tetherkey.protocol.transport.usb.UsbPhones;
import io.tetherkey.protocol.transport.usb.UsbSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that measures, for each road named on its command line, the median round trip of 64 bytes over the bare
 * transport and of the smallest command over the link, one after the other on the same socket, and prints a table.
 */
final class RoundTrips {
    private static final Logger LOG = LoggerFactory.getLogger(RoundTrips.class);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int BYTES = 64;

    private RoundTrips() {}

    /** A way to a phone in this process. */
    enum Road {
        MEMORY,
        TCP,
        PTY,
        USB_BULK,
        USB_ACCESSORY,
        USB_SERIAL;

        private Socket open(Path folder) throws Exception {
            return switch (this) {
                case MEMORY -> {
                    MemoryPhonePort port = new MemoryPhonePort();
                    yield new Socket(port, port::connect);
                }
                case TCP -> {
                    TcpPhonePort port = TcpPhonePort.listen(0);
                    PhoneAddress address = PhoneAddress.tcp("127.0.0.1", port.port());
                    yield new Socket(port, () -> new StandardTransports().open(address));
                }
                case PTY -> {
                    PtyPhonePort port = PtyPhonePort.listen(folder.resolve("line"));
                    yield new Socket(
                            port, () -> SerialTransport.open(port.link().toString()));
                }
                case USB_BULK -> usb(UsbFace.TETHERKEY);
                case USB_ACCESSORY -> usb(UsbFace.ANDROID);
                case USB_SERIAL -> {
                    UsbSocket port = new UsbSocket(UsbFace.TETHERKEY, "VPHONE0001").ready();
                    String device = port.serialPort().toString();
                    yield new Socket(port, () -> SerialTransport.open(device));
                }
            };
        }

        private static Socket usb(UsbFace face) throws TransportException {
            UsbSocket port = new UsbSocket(face, "VPHONE0001").ready();
            UsbPhones phones = new UsbPhones();
            return new Socket(port, () -> phones.open(port.path()));
        }
    }

    /** The computer's side of a socket. */
    private interface Connector {
        Transport connect() throws TransportException;
    }

    private record Socket(TransportListener port, Connector connector) {}

    /** What is timed. */
    private interface Trip {
        void go() throws Exception;
    }

    /**
     * Prints the table.
     *
     * @param arguments how often to measure, after as many rounds to warm up, and the roads
     */
    public static void main(String[] arguments) throws Exception {
        int times = Integer.parseInt(arguments[0]);
        List<Road> roads = Arrays.stream(arguments)
                .skip(1)
                .map(word -> Road.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        Path folder = Files.createTempDirectory("round-trips");
        warmUp(folder, times);
        System.out.println("| road | bare transport, µs | command over the link, µs |\n| --- | --- | --- |");
        for (Road road : roads) {
            Socket socket = road.open(folder);
            try (TransportListener port = socket.port()) {
                System.out.printf(
                        Locale.ROOT, "| %s | %.0f | %.0f |%n", road, echo(socket, times), link(socket, times));
            }
        }
        System.exit(0);
    }

    /** The first road would be measured while its code is still interpreted. */
    private static void warmUp(Path folder, int times) throws Exception {
        for (Road road : List.of(Road.MEMORY, Road.TCP)) {
            Socket socket = road.open(folder);
            try (TransportListener port = socket.port()) {
                LOG.debug("warmed up at {}: {} and {} µs", port, echo(socket, times), link(socket, times));
            }
        }
    }

    private static double echo(Socket socket, int times) throws Exception {
        try (Transport host = socket.connector().connect();
                Transport phone = socket.port().accept(SOON).orElseThrow()) {
            Thread.ofVirtual().start(() -> sendBack(phone));
            byte[] message = new byte[BYTES];
            byte[] answer = new byte[BYTES];
            return median(times, () -> {
                host.write(message);
                for (int got = 0; got < BYTES; ) {
                    int count = host.read(answer, SOON);
                    if (count <= 0) {
                        throw new IllegalStateException("the echo has ended");
                    }
                    got += count;
                }
            });
        }
    }

    private static void sendBack(Transport phone) {
        byte[] buffer = new byte[16_384];
        try {
            for (int count = 0; count >= 0; count = phone.read(buffer, SOON)) {
                if (count > 0) {
                    phone.write(Arrays.copyOf(buffer, count));
                }
            }
        } catch (TransportException _) {
            // The measurement is over.
        }
    }

    private static double link(Socket socket, int times) throws Exception {
        FakePhone phone = new FakePhone(socket.port(), _ -> new Done());
        try (phone;
                PhoneClient client = connected(socket)) {
            return median(times, client::wink);
        }
    }

    /** The phone may hold the connection before for a moment. */
    private static PhoneClient connected(Socket socket) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (true) {
            try {
                return LinkedPhoneClient.open(
                        socket.connector().connect(),
                        Hello.of(new byte[LinkLimits.NONCE_LENGTH]),
                        () -> System.nanoTime() / 1_000_000,
                        SOON);
            } catch (TransportException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
            }
        }
    }

    /** In microseconds. */
    private static double median(int times, Trip trip) throws Exception {
        long[] nanos = new long[times];
        for (int i = -times; i < times; i++) {
            long begin = System.nanoTime();
            trip.go();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1_000.0;
    }
}
