package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.DeviceNodes;
import io.tetherkey.protocol.transport.PlugRhythm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.HotplugCallbackHandle;
import org.usb4java.LibUsb;

/**
 * Knows at any time which devices may be phones. One platform thread looks: when libusb tells of a change where udev
 * runs, which libusb listens to; when the kernel tells of device files where it does not; and else once a second.
 */
public final class UsbWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UsbWatch.class);
    private static final Path UDEV = Path.of("/run/udev/control");
    private static final Duration UNTOLD = Duration.ofSeconds(1);
    private static final Duration WHEN_TOLD = Duration.ofSeconds(60);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final UsbPhones phones;
    private final boolean udev;
    private final Runnable listener;
    private final PlugRhythm told = new PlugRhythm(WHEN_TOLD);
    private final PlugRhythm untold = new PlugRhythm(UNTOLD);
    private final Thread thread;
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile List<UsbPhoneSeen> seen = List.of();
    private volatile boolean stopped;

    private UsbWatch(UsbPhones phones, boolean udev, Runnable listener) {
        this.phones = phones;
        this.udev = udev;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("usb-watch").unstarted(this::run);
    }

    /**
     * Begins to watch; what is plugged in now is known when this returns, unless listing it takes over two seconds.
     *
     * @param listener called on the watching thread whenever other devices are there than before
     */
    public static UsbWatch start(UsbPhones phones, Runnable listener) {
        return start(phones, Files.exists(UDEV), listener);
    }

    /** @param udev whether libusb tells of changes */
    static UsbWatch start(UsbPhones phones, boolean udev, Runnable listener) {
        UsbWatch watch = new UsbWatch(phones, udev, listener);
        watch.thread.start();
        watch.awaitFirstLook();
        return watch;
    }

    /** The devices that may be phones, by path; known already, so it costs nothing. */
    public List<UsbPhoneSeen> seen() {
        return seen;
    }

    /** While a device is being set up, the kernel may let whoever looks at it wait for seconds: not on the caller's thread. */
    private void awaitFirstLook() {
        try {
            if (!looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("USB devices are slow to be listed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        seen = phones.seen();
        looked.countDown();
        try (@Nullable Teller teller = teller()) {
            PlugRhythm rhythm = teller == null ? untold : told;
            while (!stopped) {
                look();
                rhythm.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who tells of changes; null if nobody does. */
    private @Nullable Teller teller() {
        return udev
                ? Hotplug.listen(told::changed)
                : DeviceNodes.ofUsb(told::changed)
                        .<Teller>map(nodes -> nodes::close)
                        .orElse(null);
    }

    /** Tells of changes until it is closed. */
    private interface Teller extends AutoCloseable {
        @Override
        void close();
    }

    private void look() {
        List<UsbPhoneSeen> now = phones.seen();
        if (!now.equals(seen)) {
            seen = now;
            listener.run();
        }
    }

    @Override
    public void close() {
        stopped = true;
        told.changed();
        untold.changed();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A session in which libusb calls for every device that comes or goes. */
    private record Hotplug(LibUsbContext session, HotplugCallbackHandle handle, EventThread events) implements Teller {

        static @Nullable Hotplug listen(Runnable changed) {
            try {
                LibUsbContext session = new LibUsbContext();
                HotplugCallbackHandle handle = new HotplugCallbackHandle();
                int code = LibUsb.hotplugRegisterCallback(
                        session.context(),
                        LibUsb.HOTPLUG_EVENT_DEVICE_ARRIVED | LibUsb.HOTPLUG_EVENT_DEVICE_LEFT,
                        LibUsb.HOTPLUG_NO_FLAGS,
                        LibUsb.HOTPLUG_MATCH_ANY,
                        LibUsb.HOTPLUG_MATCH_ANY,
                        LibUsb.HOTPLUG_MATCH_ANY,
                        (Context _, Device _, int _, Object _) -> {
                            changed.run();
                            return 0;
                        },
                        null,
                        handle);
                if (code < 0) {
                    session.close();
                    return null;
                }
                return new Hotplug(session, handle, new EventThread(session.context(), "usb-hotplug"));
            } catch (UsbException e) {
                LOG.debug("libusb tells of no changes", e);
                return null;
            }
        }

        @Override
        public void close() {
            LibUsb.hotplugDeregisterCallback(session.context(), handle);
            if (events.isEnded()) {
                session.close();
            }
        }
    }
}
