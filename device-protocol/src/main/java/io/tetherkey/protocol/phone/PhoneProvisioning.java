package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.flash.FlashException;
import java.util.List;

/**
 * Puts a bank's slot into a phone's flash without a cable, for the demo profile and for tests. The steps are those of an
 * enrolment: the chip makes the key pair, the bank certifies it, the chip imports the certificate, the payment key is
 * set and both sides then hold the response key. Not thread-safe; no phone may use the same flash meanwhile.
 */
public interface PhoneProvisioning {

    /**
     * Makes a key pair and a slot secret in the chip for a new slot that is not yet enabled.
     *
     * @return the public key as a DER SubjectPublicKeyInfo
     * @throws FlashException if the flash fails
     * @throws IllegalStateException if the bank has a slot already
     */
    byte[] createSlot(SlotIdentity slot) throws FlashException;

    /**
     * Signs as the chip does, for a proof of possession such as a PKCS #10 request.
     *
     * @param toBeSigned the bytes themselves, not their hash
     * @return the signature in the form that COSE uses for the suite (suite 1: r and s of ECDSA, 64 bytes)
     */
    byte[] sign(String slotId, byte[] toBeSigned) throws FlashException;

    /**
     * Imports the certificate that the bank issued.
     *
     * @param certificateChain DER, the chip's own certificate first, without the root
     * @param bankRootCertificate DER, the root against which the chip checks the bank's signatures
     * @throws IllegalArgumentException if the first certificate is not for the slot's key
     */
    void importCertificates(String slotId, List<byte[]> certificateChain, byte[] bankRootCertificate)
            throws FlashException;

    /**
     * Sets the payment key; the slot is enabled from now on with ten attempts.
     *
     * @param paymentKey six digits; left to the caller to be zeroed
     * @return the response key of 32 bytes that the bank keeps
     */
    byte[] setPaymentKey(String slotId, char[] paymentKey) throws FlashException;

    /**
     * Lets a computer in without a question on the phone.
     *
     * @param computerId 16 secret bytes of that computer
     */
    void trustComputer(byte[] computerId, String computerName) throws FlashException;

    /**
     * Pins the root of the signed directories, as at the phone's manufacture; without one the phone takes no enrolment.
     *
     * @param directoryRoot the self-signed certificate, DER
     */
    void pinDirectoryRoot(byte[] directoryRoot) throws FlashException;
}
