package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionPurpose;

/** What happens to the bank's end. */
public sealed interface BankEvent {

    /** A message arrived over HTTP. */
    record Received(byte[] message) implements BankEvent {}

    /** The bank checked chain, dates, revocation and customer of the certificate it was asked to check. */
    record CertificateVerified() implements BankEvent {}

    /**
     * User name and password are right.
     *
     * @param challenge 32 fresh random bytes
     * @param attemptsLeft 1 to 10
     */
    record PasswordVerified(byte[] challenge, int attemptsLeft, SessionPurpose purpose) implements BankEvent {
        /** For a payment. */
        public PasswordVerified(byte[] challenge, int attemptsLeft) {
            this(challenge, attemptsLeft, SessionPurpose.PAYMENT);
        }
    }

    /** The response was right, in a session that was challenged for a login. */
    record LoggedIn() implements BankEvent {}

    /** The response was right, in a session that was challenged for a payment. */
    record LoginAllowed(PaymentRequest request) implements BankEvent {}

    /**
     * The response was wrong and was counted.
     *
     * @param attemptsLeft 1 to 9
     * @param challenge 32 fresh random bytes
     */
    record LoginFailed(int attemptsLeft, byte[] challenge) implements BankEvent {}

    /** The tenth wrong response in a row. */
    record LoginVoided() implements BankEvent {}

    /** The payment is closed; the bank's COSE_Sign1 receipt is stored. */
    record Settled(byte[] signedReceipt) implements BankEvent {}
}
