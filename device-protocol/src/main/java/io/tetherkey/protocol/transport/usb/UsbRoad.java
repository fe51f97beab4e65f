package io.tetherkey.protocol.transport.usb;

/** How a phone can be reached over USB; in the order in which they are tried. */
public enum UsbRoad {
    /** A vendor-specific bulk interface FF/42/01: TetherKey's if its name says so, otherwise a debug bridge. */
    VENDOR_BULK,
    /** An Android phone that is an accessory's phone already. */
    ACCESSORY,
    /** A device that looks like an Android phone and may become an accessory's phone. */
    SWITCHABLE
}
