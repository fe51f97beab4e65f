package io.tetherkey.protocol.transport.serial;

import java.util.Optional;

/**
 * A serial port that the system lists. All text comes from the device and is not to be trusted.
 *
 * @param path what opens it, such as {@code /dev/ttyACM0} or {@code COM3}; another one after each plug
 * @param vendorId USB vendor, 0 to 65535; -1 where the port is not on USB
 * @param productId USB product, 0 to 65535; -1 where the port is not on USB
 * @param product the device's own name
 * @param serialNumber empty where the device tells none
 * @param location bus and ports, such as {@code 1-1}
 */
public record SerialDevice(
        String path,
        int vendorId,
        int productId,
        String manufacturer,
        String product,
        Optional<String> serialNumber,
        String location) {

    /** Whether the port hangs on USB, so that a phone may be behind it. */
    public boolean onUsb() {
        return vendorId >= 0 && productId >= 0;
    }

    /**
     * What stays the same when the device is plugged in again, though its path changes: vendor, product and serial
     * number, or the place where it is plugged in if it has none.
     */
    public String identity() {
        return "%04x:%04x/%s".formatted(vendorId & 0xFFFF, productId & 0xFFFF, serialNumber.orElse("at " + location));
    }
}
