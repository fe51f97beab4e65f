package io.tetherkey.protocol.phone.virtual.usbip;

import io.tetherkey.protocol.transport.PlugGate;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone's USB socket as a USB/IP server on 127.0.0.1, which one computer attaches as bus id 1-1. One thread takes
 * requests, one more serves the computer that is attached; both are platform threads, because a kernel that waits for this
 * phone's answer holds up every thread that looks at its USB, a virtual thread's carrier too.
 *
 * <p>A phone that is unplugged vanishes from the computer and has to be attached again after {@link #plug()}; so has one
 * that became an accessory. Unplugging ends the accessory, as on an Android phone.
 */
public final class UsbIpPhonePort implements TransportListener {
    /** The id under which a computer attaches the phone. */
    public static final String BUS_ID = UsbIpCodec.BUS_ID;

    private static final Logger LOG = LoggerFactory.getLogger(UsbIpPhonePort.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int REQUEST_MILLIS = 2_000;
    private static final Duration BEFORE_SWITCH = Duration.ofMillis(20);
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final ServerSocket server;
    private final UsbFace firstFace;
    private final String serialNumber;
    private final Consumer<UsbFace> attachable;
    private final PlugGate gate = new PlugGate();
    private final ReentrantLock lock = new ReentrantLock();
    private UsbFace face;
    private boolean plugged = true;
    private @Nullable Attachment attachment;
    private Map<Integer, String> accessoryStrings = Map.of();

    private UsbIpPhonePort(ServerSocket server, UsbFace face, String serialNumber, Consumer<UsbFace> attachable) {
        this.server = server;
        this.firstFace = face;
        this.face = face;
        this.serialNumber = serialNumber;
        this.attachable = attachable;
    }

    /** How a computer's transfer can go wrong. */
    public enum Mishap {
        /** The pipe refuses, until the computer clears it. */
        STALL(UsbIpReply.STALLED),
        /** More came than the computer asked for. */
        OVERFLOW(UsbIpReply.OVERFLOW);

        private final int status;

        Mishap(int status) {
            this.status = status;
        }
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 1 to 65535, or 0 for any free port
     * @param serialNumber what the device descriptor names
     * @param attachable told on a thread of this port when the phone may be attached again, with the face that it shows
     * @throws TransportException with {@link TransportFault#IN_USE} if the port cannot be had
     */
    public static UsbIpPhonePort listen(int port, UsbFace face, String serialNumber, Consumer<UsbFace> attachable)
            throws TransportException {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            UsbIpPhonePort phonePort = new UsbIpPhonePort(server, face, serialNumber, attachable);
            Thread.ofPlatform().daemon().name("usbip-port").start(phonePort::acceptLoop);
            return phonePort;
        } catch (IOException e) {
            throw new TransportException(TransportFault.IN_USE, "Port " + port + " cannot be listened on.", e);
        }
    }

    /** The TCP port that is listened on. */
    public int port() {
        return server.getLocalPort();
    }

    /** The address that is listened on. */
    InetAddress address() {
        return server.getInetAddress();
    }

    /** What the computer called itself before it asked for an accessory: 0 manufacturer to 5 serial number. */
    public Map<Integer, String> accessoryStrings() {
        lock.lock();
        try {
            return accessoryStrings;
        } finally {
            lock.unlock();
        }
    }

    /** How often the attached computer tried to act as this phone's keyboard or touch screen. */
    public int inputRequests() {
        Attachment now = attached();
        return now == null ? 0 : now.inputRequests();
    }

    /** Whether a computer has attached the phone. */
    public boolean isAttached() {
        return attached() != null;
    }

    /** Whether a computer's bytes wait because the phone's program does not read. */
    public boolean isBlocked() {
        Attachment now = attached();
        return now != null && now.isBlocked();
    }

    /** Makes the next transfer that wants bytes of the link go wrong. */
    public void spoil(Mishap mishap) {
        Attachment now = attached();
        if (now != null) {
            now.spoil(mishap.status);
        }
    }

    @Override
    public Optional<Transport> accept(Duration timeout) throws TransportException {
        return gate.accept(timeout);
    }

    @Override
    public void plug() {
        boolean again;
        lock.lock();
        try {
            again = !plugged && !server.isClosed();
            plugged |= again;
        } finally {
            lock.unlock();
        }
        gate.plug();
        if (again) {
            attachable.accept(firstFace);
        }
    }

    @Override
    public void unplug() {
        lock.lock();
        try {
            plugged = false;
            face = firstFace;
        } finally {
            lock.unlock();
        }
        gate.unplug();
        detach();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException _) {
            // The process holds no other reference to the socket: it is gone either way.
        }
        unplug();
        gate.close();
    }

    private @Nullable Attachment attached() {
        lock.lock();
        try {
            return attachment;
        } finally {
            lock.unlock();
        }
    }

    /** From now on another computer may attach the phone, whatever the thread that served the one before still does. */
    private void detach() {
        Attachment last;
        lock.lock();
        try {
            last = attachment;
            attachment = null;
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.detach();
        }
    }

    private void acceptLoop() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (!isServed(socket)) {
                    socket.close();
                }
            } catch (IOException e) {
                LOG.debug("A USB/IP request came to nothing", e);
            }
        }
    }

    /** @return whether the socket lives on as an attachment */
    private boolean isServed(Socket socket) throws IOException {
        try {
            socket.setSoTimeout(REQUEST_MILLIS);
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            return switch (UsbIpCodec.readOperation(in)) {
                case UsbIpCodec.LIST -> {
                    socket.getOutputStream().write(list());
                    yield false;
                }
                case UsbIpCodec.IMPORT -> isImported(socket, in);
                default -> false;
            };
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private byte[] list() {
        lock.lock();
        try {
            return UsbIpCodec.list(face, descriptors(), plugged && attachment == null ? 1 : 0);
        } finally {
            lock.unlock();
        }
    }

    private UsbDescriptors descriptors() {
        return new UsbDescriptors(face, serialNumber);
    }

    private boolean isImported(Socket socket, DataInputStream in) throws IOException {
        String busId = UsbIpCodec.readBusId(in);
        lock.lock();
        try {
            if (!plugged || attachment != null || !busId.equals(UsbIpCodec.BUS_ID)) {
                socket.getOutputStream().write(UsbIpCodec.refused());
                return false;
            }
            Attachment next =
                    new Attachment(socket, new UsbPhone(face, serialNumber), () -> System.nanoTime() / NANOS_IN_MILLI);
            socket.getOutputStream().write(UsbIpCodec.imported(face, descriptors()));
            socket.setSoTimeout(0);
            attachment = next;
            LOG.info("Attached as {}", face);
            Thread.ofPlatform().daemon().name("usbip-device").start(() -> serve(next, in));
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void serve(Attachment served, DataInputStream in) {
        try {
            while (!served.startAsked()) {
                served.carryOut(UsbIpCodec.readCommand(in)).ifPresent(this::offer);
            }
            Thread.sleep(BEFORE_SWITCH);
        } catch (IOException e) {
            LOG.debug("The computer let go of the phone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            served.detach();
            leave(served);
        }
    }

    private void offer(UsbIpTransport end) {
        if (gate.offer(end, end::isAlive) != PlugGate.Admission.ADMITTED) {
            end.close();
        }
    }

    /** A cable that was pulled meanwhile has ended the change to an accessory. */
    private void leave(Attachment served) {
        boolean switched;
        lock.lock();
        try {
            boolean stillPlugged = attachment == served;
            if (stillPlugged) {
                attachment = null;
            }
            switched = stillPlugged && served.startAsked();
            if (switched) {
                face = UsbFace.ACCESSORY;
                accessoryStrings = served.accessoryStrings();
                LOG.info("Became an accessory for {}", List.copyOf(accessoryStrings.values()));
            }
        } finally {
            lock.unlock();
        }
        if (switched) {
            attachable.accept(UsbFace.ACCESSORY);
        }
    }
}
