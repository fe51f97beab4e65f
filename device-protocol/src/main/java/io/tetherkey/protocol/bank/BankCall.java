package io.tetherkey.protocol.bank;

import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.SessionMessage;
import java.util.Arrays;
import java.util.HexFormat;

/** One request to a bank (DESIGN §6); the same call may be made again, the bank then gives its stored answer. */
public sealed interface BankCall {

    /** {@code POST /tk1/sessions}: asks for an offer. */
    record Begin(byte[] signedOrder) implements BankCall {

        public Begin {
            signedOrder = signedOrder.clone();
        }

        @Override
        public byte[] signedOrder() {
            return signedOrder.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Begin(byte[] order) && Arrays.equals(order, signedOrder);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(signedOrder);
        }

        @Override
        public String toString() {
            return "Begin[" + signedOrder.length + " bytes]";
        }
    }

    /** {@code POST /tk1/sessions/{sid}/messages}: carries the chip's sealed message. */
    record Deliver(SessionMessage carried) implements BankCall {

        public Deliver(byte[] sessionId, byte[] message) {
            this(new SessionMessage(sessionId, message));
        }

        public byte[] sessionId() {
            return carried.sessionId();
        }

        public byte[] message() {
            return carried.message();
        }
    }

    /** {@code POST /tk1/sessions} with a ticket: asks for the offer of a login. A ticket is good once. */
    record BeginLogin(byte[] ticket) implements BankCall {

        public BeginLogin {
            ticket = ticket.clone();
        }

        @Override
        public byte[] ticket() {
            return ticket.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BeginLogin(byte[] bytes) && Arrays.equals(bytes, ticket);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ticket);
        }

        @Override
        public String toString() {
            return "BeginLogin[]";
        }
    }

    /** {@code POST /tk1/sessions/{sid}/completion}: asks for the completion code of an allowed login. */
    record CompleteLogin(byte[] sessionId) implements BankCall {

        public CompleteLogin {
            sessionId = sessionId.clone();
        }

        @Override
        public byte[] sessionId() {
            return sessionId.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CompleteLogin(byte[] id) && Arrays.equals(id, sessionId);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sessionId);
        }

        @Override
        public String toString() {
            return "CompleteLogin[" + HexFormat.of().formatHex(sessionId, 0, Math.min(4, sessionId.length)) + "]";
        }
    }

    /** {@code POST /tk1/enrolments}: asks for an enrolment offer. */
    record BeginEnrolment(EnrolmentPurpose purpose) implements BankCall {}

    /** {@code POST /tk1/enrolments/{sid}/messages}: carries the chip's sealed message of an enrolment. */
    record DeliverEnrolment(SessionMessage carried) implements BankCall {

        public DeliverEnrolment(byte[] sessionId, byte[] message) {
            this(new SessionMessage(sessionId, message));
        }

        public byte[] sessionId() {
            return carried.sessionId();
        }

        public byte[] message() {
            return carried.message();
        }
    }

    /** {@code GET /tk1/orders/{id}}: asks what became of an order. */
    record AskStatus(String orderId) implements BankCall {}
}
