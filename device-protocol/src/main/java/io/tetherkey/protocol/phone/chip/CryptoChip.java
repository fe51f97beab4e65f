package io.tetherkey.protocol.phone.chip;

import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.Suite;

/**
 * The phone's crypto chip as its caller sees it: one key pair and one secret for each slot, made inside, used inside and
 * erased inside. No call gives a private key or a slot secret away. Calls for a slot without a key are a bug of the
 * caller and throw {@link IllegalStateException}. Not thread-safe: its owner is the phone's thread.
 */
public interface CryptoChip {
    /** Digits of a payment key. */
    int PAYMENT_KEY_DIGITS = 6;

    /**
     * Makes the key pair and the secret of a slot; what the slot had before is gone.
     *
     * @return the public key, DER SubjectPublicKeyInfo
     * @throws FlashException if it could not be made durable
     */
    byte[] makeKey(String slotId, Suite suite) throws FlashException;

    boolean holdsKey(String slotId) throws FlashException;

    /** The public key, DER SubjectPublicKeyInfo. */
    byte[] publicKey(String slotId) throws FlashException;

    /**
     * Signs with the slot's key.
     *
     * @param toBeSigned the bytes themselves; the chip hashes them as the suite asks
     * @return the signature in the form that COSE uses for the suite (classic: r and s, 64 bytes)
     */
    byte[] sign(String slotId, byte[] toBeSigned) throws FlashException;

    /**
     * Mixes the payment key with the slot secret. The chip cannot tell whether the payment key is right; only the bank
     * can, from what is made with the result.
     *
     * @param paymentKey {@value #PAYMENT_KEY_DIGITS} digits; the caller zeroes it
     * @return 32 bytes; the caller zeroes them
     */
    byte[] responseKey(String slotId, char[] paymentKey) throws FlashException;

    /**
     * Erases the slot's key and secret for good; a slot without a key is no error.
     *
     * @throws FlashException if it is not sure that they are gone
     */
    void erase(String slotId) throws FlashException;
}
