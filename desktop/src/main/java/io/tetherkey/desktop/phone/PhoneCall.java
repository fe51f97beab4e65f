package io.tetherkey.desktop.phone;

import java.util.Arrays;
import java.util.HexFormat;

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
    record Relay(byte[] sessionId, byte[] message) implements PhoneCall {

        public Relay {
            sessionId = sessionId.clone();
            message = message.clone();
        }

        @Override
        public byte[] sessionId() {
            return sessionId.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Relay(byte[] id, byte[] bytes)
                    && Arrays.equals(id, sessionId)
                    && Arrays.equals(bytes, message);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(sessionId) + Arrays.hashCode(message);
        }

        @Override
        public String toString() {
            return "Relay[" + HexFormat.of().formatHex(sessionId, 0, Math.min(4, sessionId.length)) + ", "
                    + message.length + " bytes]";
        }
    }
}
