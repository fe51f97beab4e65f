package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.seal.KemKeyPair;

/**
 * Where the bank's end of an enrolment stands.
 *
 * <pre>
 * Offered ─EnrolmentRequest→ RequestPresented ─issued→ AwaitingPaymentKey ─PaymentKeySet→ KeyPresented ─enabled→ Finished
 * </pre>
 *
 * The states that wait for the bank itself (RequestPresented, KeyPresented) live only within one request and are never
 * stored.
 */
public sealed interface BankEnrolmentState {
    /** 16 bytes. */
    byte[] sessionId();

    /** Waits for the EnrolmentRequest. */
    record Offered(byte[] sessionId, byte[] offer, KemKeyPair kemKeys, EnrolmentPurpose purpose)
            implements BankEnrolmentState {}

    /** The EnrolmentRequest is open and its keys have signed; the bank has not agreed yet. */
    record RequestPresented(Established shared, byte[] request, EnrolmentPurpose purpose)
            implements BankEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "RequestPresented[secret]";
        }
    }

    /** The certificate is issued; waits for the PaymentKeySet. */
    record AwaitingPaymentKey(Established shared, Exchange exchange, EnrolmentPurpose purpose)
            implements BankEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "AwaitingPaymentKey[secret]";
        }
    }

    /** The PaymentKeySet is there and not stored yet. */
    record KeyPresented(Established shared, Exchange exchange) implements BankEnrolmentState {
        @Override
        public byte[] sessionId() {
            return shared.sessionId();
        }

        @Override
        public String toString() {
            return "KeyPresented[secret]";
        }
    }

    /** Over: no keys are left, only the last answer. */
    record Finished(byte[] sessionId, Exchange exchange) implements BankEnrolmentState {}
}
