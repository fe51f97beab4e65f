package io.tetherkey.protocol.transport.usb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
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
 * runs, which libusb listens to, and once a second where it does not.
 */
public final class UsbWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UsbWatch.class);
    private static final Path UDEV = Path.of("/run/udev/control");
    private static final Duration WITHOUT_UDEV = Duration.ofSeconds(1);
    private static final Duration WITH_UDEV = Duration.ofSeconds(10);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final UsbPhones phones;
    private final boolean udev;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread;
    private final CountDownLatch looked = new CountDownLatch(1);
    private volatile List<UsbPhoneSeen> seen = List.of();
    private volatile boolean stopped;

    private UsbWatch(UsbPhones phones, boolean udev) {
        this.phones = phones;
        this.udev = udev;
        this.thread = Thread.ofPlatform().daemon().name("usb-watch").unstarted(this::run);
    }

    /** Begins to watch; what is plugged in now is known when this returns, unless listing it takes over two seconds. */
    public static UsbWatch start(UsbPhones phones) {
        return start(phones, Files.exists(UDEV));
    }

    /** @param udev whether libusb tells of changes */
    static UsbWatch start(UsbPhones phones, boolean udev) {
        UsbWatch watch = new UsbWatch(phones, udev);
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
        try (@Nullable Hotplug hotplug = udev ? Hotplug.listen(this::changed) : null) {
            Duration wait = hotplug == null ? WITHOUT_UDEV : WITH_UDEV;
            changed();
            while (!stopped) {
                if (changes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
                seen = phones.seen();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed() {
        changes.release();
    }

    @Override
    public void close() {
        stopped = true;
        changes.release();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A session in which libusb calls for every device that comes or goes. */
    private record Hotplug(LibUsbContext session, HotplugCallbackHandle handle, EventThread events)
            implements AutoCloseable {

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
