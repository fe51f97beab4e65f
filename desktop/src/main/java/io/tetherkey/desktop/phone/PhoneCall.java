package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.SessionMessage;
import java.util.Arrays;

/** One request to the chip in a payment; made again with the same bytes after a re-plug. */
public sealed interface PhoneCall {

    /**
     * Opens a sealed session. The user's name and password travel beside it, sealed to the key of the present link, and
     * are not part of this record.
     */
    record Open(String bankId, byte[] sessionId, byte[] offer, String origin) implements PhoneCall {

        public Open {
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
        public boolean equals(Object other) {
            return other instanceof Open(String bank, byte[] id, byte[] bytes, String from)
                    && bank.equals(bankId)
                    && Arrays.equals(id, sessionId)
                    && Arrays.equals(bytes, offer)
                    && from.equals(origin);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(offer);
        }

        @Override
        public String toString() {
            return "Open[" + bankId + ", " + offer.length + " bytes]";
        }
    }

    /** Carries the bank's sealed message. */
    record Relay(SessionMessage carried) implements PhoneCall {

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
}
