package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;

/** The form of a payment key. */
final class PaymentKeys {
    private PaymentKeys() {}

    /** Whether these are exactly six decimal digits. */
    static boolean isWellFormed(char[] typed) {
        if (typed.length != CryptoChip.PAYMENT_KEY_DIGITS) {
            return false;
        }
        for (char c : typed) {
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}
