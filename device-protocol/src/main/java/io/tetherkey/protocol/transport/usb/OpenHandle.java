package io.tetherkey.protocol.transport.usb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.usb4java.DeviceHandle;

/**
 * A device's handle until it is given up. From then on nobody gets it: libusb takes the whole process down with a handle
 * that is closed or null.
 */
final class OpenHandle {
    private @Nullable DeviceHandle handle;

    OpenHandle(DeviceHandle handle) {
        this.handle = handle;
    }

    /** @throws UsbException GONE once it was given up */
    DeviceHandle inUse() throws UsbException {
        if (handle == null) {
            throw UsbException.ofPhone(UsbCause.GONE, "the device is closed");
        }
        return handle;
    }

    /** The handle for whoever closes it; empty from the second time on. */
    Optional<DeviceHandle> giveUp() {
        Optional<DeviceHandle> last = Optional.ofNullable(handle);
        handle = null;
        return last;
    }
}
