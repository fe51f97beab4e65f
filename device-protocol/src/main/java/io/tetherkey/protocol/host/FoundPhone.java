package io.tetherkey.protocol.host;

/**
 * A device that is plugged in and may be a phone; nothing was said to it yet.
 *
 * @param reach how it can be reached
 * @param vendor the vendor's USB id, 0 to 65535
 * @param product the product's USB id, 0 to 65535
 */
public record FoundPhone(PhoneAddress address, Reach reach, int vendor, int product) {

    /** How a device can be reached. */
    public enum Reach {
        /** Over a vendor-specific bulk interface. */
        USB_BULK,
        /** Over an Android accessory's pipes. */
        USB_ACCESSORY,
        /** Over an Android accessory's pipes, once it has been asked to offer them. */
        USB_SWITCHABLE,
        /** Over a serial port. */
        SERIAL
    }
}
