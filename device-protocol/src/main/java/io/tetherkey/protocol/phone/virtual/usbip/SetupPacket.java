package io.tetherkey.protocol.phone.virtual.usbip;

/**
 * The eight bytes that begin a control transfer (USB 2.0 section 9.3).
 *
 * @param type direction, kind and recipient
 * @param length the number of data bytes, 0 to 65535
 */
record SetupPacket(int type, int request, int value, int index, int length) {
    static final int SIZE = 8;

    /** Reads eight little-endian bytes. */
    static SetupPacket of(byte[] bytes) {
        return new SetupPacket(bytes[0] & 0xFF, bytes[1] & 0xFF, word(bytes, 2), word(bytes, 4), word(bytes, 6));
    }

    /** Direction, kind and request in one number: type in the high byte. */
    int key() {
        return type << 8 | request;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
