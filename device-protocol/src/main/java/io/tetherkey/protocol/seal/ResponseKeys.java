package io.tetherkey.protocol.seal;

import java.util.Arrays;

/** The response key that chip and bank both hold for a slot (PROTOCOL.md, "Response key"). */
public final class ResponseKeys {
    /** Bytes of a slot secret and of a response key. */
    public static final int LENGTH = 32;

    private ResponseKeys() {}

    /**
     * HKDF-SHA-256 with the slot secret as salt, the payment key in UTF-8 as key material and the info
     * "TK1 response key".
     *
     * @param slotSecret 32 random bytes that never leave the chip
     * @param paymentKey as typed on the phone; the caller zeroes it
     * @return 32 bytes, which the caller zeroes
     */
    public static byte[] derive(byte[] slotSecret, char[] paymentKey) {
        byte[] typed = SecretText.utf8(paymentKey);
        byte[] prk = Hkdf.SHA_256.extract(slotSecret, typed);
        try {
            return Hkdf.SHA_256.expand(prk, Octets.ascii("TK1 response key"), LENGTH);
        } finally {
            Arrays.fill(typed, (byte) 0);
            Arrays.fill(prk, (byte) 0);
        }
    }
}
