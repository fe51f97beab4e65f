package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.SessionMessage;
import java.util.Arrays;

/** One request to the chip that changes its slots; made again with the same bytes after a re-plug. */
public sealed interface SlotCall {

    /**
     * Begins an enrolment. User name and signed directory travel beside it: the name is sealed to the key of the present
     * link.
     */
    record Begin(String bankId, byte[] offer) implements SlotCall {
        public Begin {
            offer = offer.clone();
        }

        @Override
        public byte[] offer() {
            return offer.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Begin(String bank, byte[] bytes)
                    && bank.equals(bankId)
                    && Arrays.equals(bytes, offer);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(offer);
        }

        @Override
        public String toString() {
            return "Begin[" + bankId + ", " + offer.length + " bytes]";
        }
    }

    /** Carries the bank's sealed message of an enrolment. */
    record Relay(SessionMessage carried) implements SlotCall {

        public Relay(byte[] sessionId, byte[] message) {
            this(new SessionMessage(sessionId, message));
        }

        public byte[] sessionId() {
            return carried.sessionId();
        }

        public byte[] message() {
            return carried.message();
        }
    }

    /** Erases a slot's keys, once its user confirmed on the phone. */
    record Delete(String slotId) implements SlotCall {}
}
