package io.tetherkey.protocol.seal;

import java.util.Arrays;

/** One 0x80 byte, then zeros up to a multiple of 256 (ISO/IEC 7816-4), so that a length tells nothing. */
final class Padding {
    static final int BLOCK = 256;
    private static final byte MARK = (byte) 0x80;

    private Padding() {}

    /** @param least the shortest result, a multiple of {@link #BLOCK} */
    static byte[] pad(byte[] contents, int least) {
        int whole = (contents.length + BLOCK) / BLOCK * BLOCK;
        byte[] padded = Arrays.copyOf(contents, Math.max(least, whole));
        padded[contents.length] = MARK;
        return padded;
    }

    /** @throws SealException if there is no mark or the length is no multiple of the block */
    static byte[] unpad(byte[] padded) throws SealException {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != MARK || padded.length % BLOCK != 0) {
            throw new SealException("padding does not hold");
        }
        return Arrays.copyOf(padded, end);
    }
}
