package io.tetherkey.protocol.frame;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Consistent Overhead Byte Stuffing (Cheshire and Baker, 1999): bytes without a zero, so that a zero can end a frame.
 *
 * <p>The form is canonical: a run of exactly 254 bytes at the end is not followed by an empty one.
 */
public final class Cobs {
    /** Bytes that one code byte can announce. */
    static final int LONGEST_RUN = 254;

    private Cobs() {}

    /** The encoded form, without the delimiter; one byte longer for each 254 begun, none of them zero. */
    public static byte[] encode(byte[] plain) {
        byte[] out = new byte[plain.length + plain.length / LONGEST_RUN + 1];
        int codeAt = 0;
        int end = 1;
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] != 0) {
                out[end++] = plain[i];
            }
            boolean runIsFull = end - codeAt == LONGEST_RUN + 1;
            if (plain[i] == 0 || (runIsFull && i + 1 < plain.length)) {
                out[codeAt] = (byte) (end - codeAt);
                codeAt = end++;
            }
        }
        out[codeAt] = (byte) (end - codeAt);
        return Arrays.copyOf(out, end);
    }

    /** The plain form, or empty if the bytes contain a zero, are empty or announce more than is there. */
    public static Optional<byte[]> decode(byte[] encoded, int length) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(length);
        int at = 0;
        while (at < length) {
            int code = encoded[at] & 0xFF;
            int next = at + code;
            if (code == 0 || next > length) {
                return Optional.empty();
            }
            for (int i = at + 1; i < next; i++) {
                if (encoded[i] == 0) {
                    return Optional.empty();
                }
                plain.write(encoded[i]);
            }
            if (code <= LONGEST_RUN && next < length) {
                plain.write(0);
            }
            at = next;
        }
        return length == 0 ? Optional.empty() : Optional.of(plain.toByteArray());
    }
}
