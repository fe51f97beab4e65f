package io.tetherkey.protocol.transport.usb;

/**
 * A device that is plugged in and may be a phone.
 *
 * @param vendor the vendor's id, 0 to 65535
 * @param product the product's id, 0 to 65535
 */
public record UsbPhoneSeen(UsbPath path, int vendor, int product, UsbRoad road) {}
