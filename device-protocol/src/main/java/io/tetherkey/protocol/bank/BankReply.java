package io.tetherkey.protocol.bank;

import io.tetherkey.protocol.message.Fault;
import java.util.Arrays;
import java.util.OptionalInt;

/** What came of a {@link BankCall}. */
public sealed interface BankReply {

    /** The bank's offer, in clear and signed; the chip checks it. */
    record Offered(byte[] sessionId, byte[] offer) implements BankReply {

        public Offered {
            sessionId = sessionId.clone();
            offer = offer.clone();
        }

        @Override
        public byte[] sessionId() {
            return sessionId.clone();
        }

        @Override
        public byte[] offer() {
            return offer.clone();
        }

        @Override
        public String toString() {
            return "Offered[" + offer.length + " bytes]";
        }
    }

    /** The bank's next sealed message, for the chip. */
    record Answered(byte[] message) implements BankReply {

        public Answered {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Answered(byte[] bytes) && Arrays.equals(bytes, message);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(message);
        }

        @Override
        public String toString() {
            return "Answered[" + message.length + " bytes]";
        }
    }

    /** The code with which the user's browser completes an allowed login: eight digits. */
    record Completed(String code) implements BankReply {
        @Override
        public String toString() {
            return "Completed[hidden]";
        }
    }

    /**
     * Where the order stands.
     *
     * @param bankId the bank that settled it; empty if none has or it does not say
     * @param receiptNumber empty unless the order is paid
     * @param reason why the order failed; of no meaning otherwise
     */
    record Told(OrderStatus status, String bankId, String receiptNumber, Fault reason) implements BankReply {

        /** An order that did not fail, or failed without a reason. */
        public Told(OrderStatus status, String receiptNumber) {
            this(status, "", receiptNumber, Fault.PAYMENT_FAILED);
        }
    }

    /** The bank said no, and why. */
    record Refused(Fault fault, OptionalInt attemptsLeft) implements BankReply {}

    /** Nothing is known of what the bank did: it did not answer, or not as itself. */
    record Unreachable(Fault fault) implements BankReply {}
}
