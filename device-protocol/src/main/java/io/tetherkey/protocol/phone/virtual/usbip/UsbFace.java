package io.tetherkey.protocol.phone.virtual.usbip;

/** What the phone shows a computer over USB; all faces are high speed, with bulk packets of 512 bytes. */
public enum UsbFace {
    /** A serial port and a vendor-specific bulk interface FF/42/01 whose name is TetherKey. */
    TETHERKEY(0x04E8, 0x6860, "TetherKey"),
    /** The same, but the bulk interface is a debug bridge: the link needs the switch to an accessory. */
    ANDROID(0x04E8, 0x6860, "ADB Interface"),
    /** What an Android phone becomes after the switch: one bulk interface FF/FF/00. */
    ACCESSORY(0x18D1, 0x2D00, "Android Accessory Interface");

    private final int vendor;
    private final int product;
    private final String linkName;

    UsbFace(int vendor, int product, String linkName) {
        this.vendor = vendor;
        this.product = product;
        this.linkName = linkName;
    }

    int vendor() {
        return vendor;
    }

    int product() {
        return product;
    }

    /** The name of the interface with the bulk pipes. */
    String linkName() {
        return linkName;
    }

    boolean hasSerial() {
        return this != ACCESSORY;
    }

    /** Whether the bulk interface carries the link. */
    boolean carriesLink() {
        return this != ANDROID;
    }

    /** The number of the bulk pipes with the link; 0x80 is added for the one to the computer. */
    int linkEndpoint() {
        return hasSerial() ? 2 : 1;
    }
}
