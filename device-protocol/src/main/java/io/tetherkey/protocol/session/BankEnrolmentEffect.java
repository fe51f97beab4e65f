package io.tetherkey.protocol.session;

import java.util.List;

/** What the bank has to do after a step of an enrolment. {@link BankEnrolment} tells how. */
public sealed interface BankEnrolmentEffect {

    /** Store the new state, then send the message. */
    record Send(byte[] message) implements BankEnrolmentEffect {}

    /** Send the stored message again; nothing has changed. */
    record Resend(byte[] message) implements BankEnrolmentEffect {}

    /**
     * Check user and activation code, charge first; issue; then {@link BankEnrolmentEvent.Issued}.
     *
     * @param activationCode twelve digits; the caller zeroes the array
     * @param publicKey DER SubjectPublicKeyInfo; the chip has proved that it holds the private key
     */
    record VerifyActivation(String userName, char[] activationCode, byte[] publicKey) implements BankEnrolmentEffect {
        @Override
        public String toString() {
            return "VerifyActivation[secret]";
        }
    }

    /**
     * Check the certificate that is renewed; issue; then {@link BankEnrolmentEvent.Issued}.
     *
     * @param unverifiedChain its first certificate's key has signed for this renewal; nothing else is checked yet
     * @param publicKey DER SubjectPublicKeyInfo; the chip has proved that it holds the private key
     */
    record VerifyRenewal(String userName, List<byte[]> unverifiedChain, byte[] publicKey)
            implements BankEnrolmentEffect {
        @Override
        public String toString() {
            return "VerifyRenewal[secret]";
        }
    }

    /**
     * Store the response key with the certificate of this key and enable the slot; then {@link
     * BankEnrolmentEvent.Enabled}.
     *
     * @param responseKey 32 bytes; the caller zeroes them
     */
    record EnableSlot(byte[] publicKey, byte[] responseKey) implements BankEnrolmentEffect {
        @Override
        public String toString() {
            return "EnableSlot[secret]";
        }
    }

    /** Make the certificate of this key the active one; then {@link BankEnrolmentEvent.Enabled}. */
    record ActivateRenewal(byte[] publicKey) implements BankEnrolmentEffect {}
}
