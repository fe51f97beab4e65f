package io.tetherkey.protocol.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Byte strings put together. */
final class Octets {
    private Octets() {}

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** I2OSP(number, 2) of RFC 8017: big-endian. */
    static byte[] uint16(int number) {
        return new byte[] {(byte) (number >>> 8), (byte) number};
    }
}
