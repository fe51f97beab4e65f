package io.tetherkey.protocol.transport.usb;

import static io.tetherkey.protocol.transport.usb.UsbException.check;

import io.tetherkey.protocol.transport.usb.InterfaceFacts.EndpointFacts;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/**
 * An open device with its session. Owned by one thread until the pipes are made.
 */
final class UsbConnection implements AutoCloseable {
    private static final long CONTROL_MILLIS = 1_000;
    private static final int NOTHING_CLAIMED = -1;

    private final LibUsbContext session;
    private final OpenHandle handle;
    private @Nullable EventThread events;
    private int claimed = NOTHING_CLAIMED;

    UsbConnection(LibUsbContext session, OpenHandle handle) {
        this.session = session;
        this.handle = handle;
    }

    /** Opens the device that is plugged in at a path now. */
    static UsbConnection open(UsbPath path) throws UsbException {
        LibUsbContext session = new LibUsbContext();
        try {
            return new UsbConnection(session, new OpenHandle(session.open(path)));
        } catch (UsbException e) {
            session.close();
            throw e;
        }
    }

    /** The name of an interface, cut to what prints; empty if it has none. */
    String name(InterfaceFacts one) throws UsbException {
        if (one.nameIndex() == 0) {
            return "";
        }
        String name = LibUsb.getStringDescriptor(handle.inUse(), (byte) one.nameIndex());
        return name == null ? "" : name.strip();
    }

    /** The device's serial number; empty if it has none or does not tell. */
    Optional<String> serialNumber() throws UsbException {
        DeviceDescriptor descriptor = new DeviceDescriptor();
        check(LibUsb.getDeviceDescriptor(LibUsb.getDevice(handle.inUse()), descriptor), "describe");
        return descriptor.iSerialNumber() == 0
                ? Optional.empty()
                : Optional.ofNullable(LibUsb.getStringDescriptor(handle.inUse(), descriptor.iSerialNumber()))
                        .map(String::strip)
                        .filter(number -> !number.isEmpty());
    }

    /**
     * Asks the phone for bytes over endpoint 0.
     *
     * @return the number of bytes that came
     */
    int controlIn(int request, ByteBuffer into) throws UsbException {
        int type = LibUsb.ENDPOINT_IN | LibUsb.REQUEST_TYPE_VENDOR | LibUsb.RECIPIENT_DEVICE;
        return check(
                LibUsb.controlTransfer(
                        handle.inUse(), (byte) type, (byte) request, (short) 0, (short) 0, into, CONTROL_MILLIS),
                "request " + request);
    }

    /** Sends bytes over endpoint 0. */
    void controlOut(int request, int index, byte[] bytes) throws UsbException {
        int type = LibUsb.ENDPOINT_OUT | LibUsb.REQUEST_TYPE_VENDOR | LibUsb.RECIPIENT_DEVICE;
        ByteBuffer data = BufferUtils.allocateByteBuffer(bytes.length).put(bytes);
        int sent = check(
                LibUsb.controlTransfer(
                        handle.inUse(),
                        (byte) type,
                        (byte) request,
                        (short) 0,
                        (short) index,
                        data.rewind(),
                        CONTROL_MILLIS),
                "request " + request);
        if (sent != bytes.length) {
            throw UsbException.ofPhone(UsbCause.OTHER, "request " + request + " was cut short");
        }
    }

    /** Takes the interface for this program alone, and starts the event thread. */
    void claim(InterfaceFacts one) throws UsbException {
        check(LibUsb.claimInterface(handle.inUse(), one.number()), "claim");
        claimed = one.number();
        events = new EventThread(session.context(), "usb-events");
    }

    /** One of the claimed interface's pipes. */
    UsbTransfer transfer(EndpointFacts endpoint, TransferListener listener) throws UsbException {
        return new UsbTransfer(handle.inUse(), endpoint.address(), listener);
    }

    /** Lets a pipe that has stalled carry bytes again. */
    void clearHalt(EndpointFacts endpoint) throws UsbException {
        check(LibUsb.clearHalt(handle.inUse(), (byte) endpoint.address()), "clear halt");
    }

    /** How often the event thread has gone round. */
    long eventTurns() {
        return events == null ? 0 : events.turns();
    }

    /** All transfers must be over; if the event thread does not end, the session is left to the process's end. */
    @Override
    public void close() {
        handle.giveUp().ifPresent(this::close);
    }

    private void close(DeviceHandle open) {
        if (claimed != NOTHING_CLAIMED) {
            LibUsb.releaseInterface(open, claimed);
        }
        EventThread running = events;
        if (running == null || running.isEnded()) {
            LibUsb.close(open);
            session.close();
        }
    }
}
