package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionContents.AcceptContents;
import io.tetherkey.protocol.seal.KemKeyPair;

/**
 * Where the bank's end of a session stands.
 *
 * <pre>
 * Offered ─Accept→ CertificatePresented ─verified→ PasswordPresented ─verified→ Challenged ─Response→ Answered
 * Answered ─failed→ Challenged      Answered ─void or logged in→ Finished      Answered ─allowed→ AwaitingAuthorization
 * AwaitingAuthorization ─Authorization→ Authorized ─settled→ Finished
 * </pre>
 *
 * The states that wait for the bank itself (CertificatePresented, PasswordPresented, Answered, Authorized) live only
 * within one request and are never stored.
 */
public sealed interface BankState {
    /** 16 bytes. */
    byte[] sessionId();

    /** Waits for the Accept. */
    record Offered(byte[] sessionId, byte[] offer, KemKeyPair kemKeys) implements BankState {}

    /** The Accept is open; its certificate is not checked yet. */
    record CertificatePresented(
            Established shared, byte[] accept, byte[] th2, AcceptContents unverifiedContents, byte[] claimedSpki)
            implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** The chip is known; the password is not checked yet. */
    record PasswordPresented(Established shared, byte[] accept) implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** Waits for the Response to {@code random}. */
    record Challenged(Established shared, Exchange exchange, byte[] random) implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** The Response is there and not judged yet. */
    record Answered(Established shared, Exchange exchange) implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** The login was allowed; waits for the Authorization of {@code request}. */
    record AwaitingAuthorization(Established shared, Exchange exchange, PaymentRequest request) implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** The Authorization is there and not settled yet. */
    record Authorized(Established shared, Exchange exchange) implements BankState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }
    }

    /** Over: no keys are left, only the last answer. */
    record Finished(byte[] sessionId, Exchange exchange) implements BankState {}
}
