package io.tetherkey.protocol.transport.usb;

import static io.tetherkey.protocol.transport.usb.UsbException.check;

import io.tetherkey.protocol.transport.usb.InterfaceFacts.EndpointFacts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.usb4java.BufferUtils;
import org.usb4java.ConfigDescriptor;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.EndpointDescriptor;
import org.usb4java.Interface;
import org.usb4java.InterfaceDescriptor;
import org.usb4java.LibUsb;

/**
 * One session with libusb. Where udev does not run, a session sees for ever the devices that were there when it began:
 * so each question and each connection has a session of its own. Owned by one thread.
 */
final class LibUsbContext implements AutoCloseable {
    private static final int MOST_PORTS = 7;
    private static final int PACKET_BITS = 0x7FF;
    private static final int KIND_BITS = 3;

    private final Context context = new Context();

    /** @throws UsbException if libusb or its library for this computer does not start */
    LibUsbContext() throws UsbException {
        try {
            check(LibUsb.init(context), "init");
        } catch (LinkageError | RuntimeException e) {
            UsbException failure =
                    UsbException.ofPhone(UsbCause.UNAVAILABLE, "libusb cannot be loaded: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    Context context() {
        return context;
    }

    /** All devices but root hubs, as their descriptors say. */
    List<DeviceFacts> devices() throws UsbException {
        List<DeviceFacts> found = new ArrayList<>();
        DeviceList list = new DeviceList();
        check(LibUsb.getDeviceList(context, list), "list");
        try {
            for (Device device : list) {
                facts(device).ifPresent(found::add);
            }
        } finally {
            LibUsb.freeDeviceList(list, true);
        }
        return found;
    }

    /**
     * Opens the device at a path.
     *
     * @return the handle, to be closed before this session
     * @throws UsbException of kind {@link UsbCause#GONE} if nothing is plugged in there
     */
    DeviceHandle open(UsbPath path) throws UsbException {
        DeviceList list = new DeviceList();
        check(LibUsb.getDeviceList(context, list), "list");
        try {
            for (Device device : list) {
                if (pathOf(device).filter(path::equals).isPresent()) {
                    DeviceHandle handle = new DeviceHandle();
                    check(LibUsb.open(device, handle), "open");
                    return handle;
                }
            }
        } finally {
            LibUsb.freeDeviceList(list, true);
        }
        throw UsbException.ofPhone(UsbCause.GONE, "nothing is plugged in at " + path);
    }

    @Override
    public void close() {
        LibUsb.exit(context);
    }

    private static Optional<DeviceFacts> facts(Device device) {
        Optional<UsbPath> path = pathOf(device);
        DeviceDescriptor descriptor = new DeviceDescriptor();
        if (path.isEmpty() || LibUsb.getDeviceDescriptor(device, descriptor) < 0) {
            return Optional.empty();
        }
        return Optional.of(new DeviceFacts(
                path.get(),
                LibUsb.getDeviceAddress(device),
                descriptor.idVendor() & 0xFFFF,
                descriptor.idProduct() & 0xFFFF,
                interfaces(device)));
    }

    private static Optional<UsbPath> pathOf(Device device) {
        ByteBuffer ports = BufferUtils.allocateByteBuffer(MOST_PORTS);
        int depth = LibUsb.getPortNumbers(device, ports);
        if (depth <= 0) {
            return Optional.empty();
        }
        int[] numbers = new int[depth];
        for (int i = 0; i < depth; i++) {
            numbers[i] = ports.get(i) & 0xFF;
        }
        return UsbPath.of(LibUsb.getBusNumber(device), numbers);
    }

    /** None if the device is not set up, or its descriptor cannot be read. */
    private static List<InterfaceFacts> interfaces(Device device) {
        List<InterfaceFacts> found = new ArrayList<>();
        ConfigDescriptor configuration = new ConfigDescriptor();
        if (LibUsb.getActiveConfigDescriptor(device, configuration) < 0) {
            return found;
        }
        try {
            for (Interface one : configuration.iface()) {
                if (one.numAltsetting() > 0) {
                    found.add(facts(one.altsetting()[0]));
                }
            }
        } finally {
            LibUsb.freeConfigDescriptor(configuration);
        }
        return found;
    }

    private static InterfaceFacts facts(InterfaceDescriptor one) {
        List<EndpointFacts> endpoints = new ArrayList<>();
        if (one.bNumEndpoints() > 0) {
            for (EndpointDescriptor endpoint : one.endpoint()) {
                endpoints.add(new EndpointFacts(
                        endpoint.bEndpointAddress() & 0xFF,
                        endpoint.bmAttributes() & KIND_BITS,
                        endpoint.wMaxPacketSize() & PACKET_BITS));
            }
        }
        return new InterfaceFacts(
                one.bInterfaceNumber() & 0xFF,
                one.bInterfaceClass() & 0xFF,
                one.bInterfaceSubClass() & 0xFF,
                one.bInterfaceProtocol() & 0xFF,
                one.iInterface() & 0xFF,
                endpoints);
    }
}
