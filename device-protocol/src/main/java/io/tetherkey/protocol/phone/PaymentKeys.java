package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.chip.CryptoChip;

/** The form of a payment key, and which ones are too easy to guess. */
final class PaymentKeys {
    private PaymentKeys() {}

    /** Whether these are exactly six decimal digits. */
    static boolean isWellFormed(char[] typed) {
        return areDigits(typed, CryptoChip.PAYMENT_KEY_DIGITS);
    }

    /** Whether all digits are equal, or each is the one before plus one, or minus one. */
    static boolean isWeak(char[] key) {
        int step = key[1] - key[0];
        for (int i = 2; i < key.length; i++) {
            if (key[i] - key[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    /** Whether these are exactly so many decimal digits. */
    static boolean areDigits(char[] typed, int count) {
        if (typed.length != count) {
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
