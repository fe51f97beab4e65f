package io.tetherkey.protocol.phone.virtual.usbip;

/** What a computer may ask of the phone over USB/IP. */
final class UsbIpLimits {
    /** The longest bulk transfer, in bytes: what a phone's accessory driver takes at once. */
    static final int MOST_BULK = 16_384;

    /** The longest control or interrupt transfer, in bytes. */
    static final int MOST_CONTROL = 4_096;

    /** The most transfers that wait at one time. */
    static final int MOST_WAITING = 128;

    /** The most bytes that wait for the phone's program, and for the computer. */
    static final int MOST_UNREAD = 65_536;

    private UsbIpLimits() {}
}
