package io.tetherkey.protocol.phone.chip;

import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.seal.Suite;
import java.util.Optional;

/**
 * The phone's crypto chip as its caller sees it: one key pair and one secret for each slot, made inside, used inside and
 * erased inside, and for the time of an enrolment the next pair beside it. No call gives a private key or a slot secret
 * away. Calls for a slot without a key are a bug of the caller and throw {@link IllegalStateException}. Not thread-safe:
 * its owner is the phone's thread.
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
     * Makes a key pair and a secret beside what the slot has, for an enrolment; a next key from before is gone.
     *
     * @return the public key, DER SubjectPublicKeyInfo
     * @throws FlashException if it could not be made durable
     */
    byte[] makeNextKey(String slotId, Suite suite) throws FlashException;

    /**
     * Makes a key pair beside the slot's own, of the same suite and with the same secret, for a renewal; a next key from
     * before is gone.
     *
     * @return the public key, DER SubjectPublicKeyInfo
     * @throws FlashException if it could not be made durable
     */
    byte[] renewKey(String slotId) throws FlashException;

    /** The public key of the next key, DER SubjectPublicKeyInfo; empty if the slot has none. */
    Optional<byte[]> nextKey(String slotId) throws FlashException;

    /** {@link #sign} with the slot's next key. */
    byte[] signWithNext(String slotId, byte[] toBeSigned) throws FlashException;

    /** {@link #responseKey} with the secret of the slot's next key. */
    byte[] responseKeyOfNext(String slotId, char[] paymentKey) throws FlashException;

    /**
     * Puts the next key with its secret in the place of the slot's key, which is gone then: either all of this happens
     * or nothing. Without a next key nothing happens.
     *
     * @throws FlashException if it could not be made durable
     */
    void promote(String slotId) throws FlashException;

    /** Erases the next key alone; a slot without one is no error. */
    void dropNext(String slotId) throws FlashException;

    /**
     * Erases the slot's key, its next key and their secrets for good; a slot without a key is no error.
     *
     * @throws FlashException if it is not sure that they are gone
     */
    void erase(String slotId) throws FlashException;
}
