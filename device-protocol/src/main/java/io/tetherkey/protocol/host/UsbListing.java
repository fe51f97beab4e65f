package io.tetherkey.protocol.host;

import java.util.Optional;

/**
 * A device that the operating system lists on USB, a phone or anything else. The texts come from the device and are not
 * to be trusted.
 *
 * @param path bus and ports, such as {@code 1-2.4}
 * @param vendor 0 to 65535
 * @param product 0 to 65535
 */
public record UsbListing(
        String path, int vendor, int product, String manufacturer, String name, Optional<String> serialNumber) {

    /** What stays the same when the device is plugged in again. */
    public String identity() {
        return "%04x:%04x/%s".formatted(vendor, product, serialNumber.orElse("at " + path));
    }
}
