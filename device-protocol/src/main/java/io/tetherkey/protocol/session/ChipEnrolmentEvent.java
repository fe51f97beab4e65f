package io.tetherkey.protocol.session;

import io.tetherkey.protocol.seal.Signer;
import java.time.Instant;

/** What happens to the chip's end of an enrolment. */
public sealed interface ChipEnrolmentEvent {

    /**
     * The PC handed on a message of the bank.
     *
     * @param now the phone's clock, for the dates of a new certificate
     */
    record Received(byte[] message, Instant now) implements ChipEnrolmentEvent {}

    /**
     * The user confirmed the bank and typed the activation code, and the chip made a new key.
     *
     * @param publicKey of the new key, DER SubjectPublicKeyInfo
     * @param activationCode twelve digits; the caller zeroes them
     */
    record CodeEntered(byte[] publicKey, char[] activationCode) implements ChipEnrolmentEvent {
        @Override
        public String toString() {
            return "CodeEntered[secret]";
        }
    }

    /**
     * The user confirmed the renewal, and the chip made a new key beside the old one.
     *
     * @param publicKey of the new key, DER SubjectPublicKeyInfo
     * @param renewed signs with the key that is renewed
     */
    record RenewalConfirmed(byte[] publicKey, Signer renewed) implements ChipEnrolmentEvent {}

    /**
     * The user chose a payment key, the same one twice.
     *
     * @param responseKey 32 bytes; the caller zeroes it
     */
    record PaymentKeyChosen(byte[] responseKey) implements ChipEnrolmentEvent {
        @Override
        public String toString() {
            return "PaymentKeyChosen[secret]";
        }
    }
}
