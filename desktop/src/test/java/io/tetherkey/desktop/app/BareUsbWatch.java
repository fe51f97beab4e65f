package io.tetherkey.desktop.app;

import java.util.function.Consumer;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceDescriptor;
import org.usb4java.HotplugCallbackHandle;
import org.usb4java.LibUsb;

/** The least that a program can do to hear of phones: libusb calls for each device that comes or goes. */
final class BareUsbWatch implements AutoCloseable {
    private static final long WAIT_MICROS = 500_000;

    private final Context context = new Context();
    private final Thread events =
            Thread.ofPlatform().daemon().name("bare-watch").unstarted(this::run);
    private volatile boolean closed;

    /** What libusb told. */
    enum News {
        CAME,
        CAME_AS_AN_ACCESSORY,
        WENT
    }

    /** @param told called on a thread of its own */
    BareUsbWatch(Consumer<News> told) {
        check(LibUsb.init(context));
        check(LibUsb.hotplugRegisterCallback(
                context,
                LibUsb.HOTPLUG_EVENT_DEVICE_ARRIVED | LibUsb.HOTPLUG_EVENT_DEVICE_LEFT,
                LibUsb.HOTPLUG_NO_FLAGS,
                LibUsb.HOTPLUG_MATCH_ANY,
                LibUsb.HOTPLUG_MATCH_ANY,
                LibUsb.HOTPLUG_MATCH_ANY,
                (Context ignored, Device device, int event, Object data) -> {
                    told.accept(news(device, event));
                    return 0;
                },
                null,
                new HotplugCallbackHandle()));
        events.start();
    }

    private static News news(Device device, int event) {
        if (event == LibUsb.HOTPLUG_EVENT_DEVICE_LEFT) {
            return News.WENT;
        }
        DeviceDescriptor descriptor = new DeviceDescriptor();
        check(LibUsb.getDeviceDescriptor(device, descriptor));
        return (descriptor.idProduct() & 0xFFFF) == 0x2D00 ? News.CAME_AS_AN_ACCESSORY : News.CAME;
    }

    private void run() {
        while (!closed) {
            LibUsb.handleEventsTimeout(context, WAIT_MICROS);
        }
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException(LibUsb.errorName(code));
        }
    }

    /** The session goes with the process. */
    @Override
    public void close() {
        closed = true;
    }
}
