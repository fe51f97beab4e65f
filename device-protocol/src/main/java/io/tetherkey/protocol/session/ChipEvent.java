package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Path;

/** What happens to the chip's end. */
public sealed interface ChipEvent {

    /** The PC handed on a message of the bank. */
    record Received(byte[] message) implements ChipEvent {}

    /**
     * The user typed a payment key and the chip derived the response key from it, right or wrong.
     *
     * @param responseKey 32 bytes; the caller zeroes it
     */
    record PaymentKeyEntered(byte[] responseKey) implements ChipEvent {
        @Override
        public String toString() {
            return "PaymentKeyEntered[secret]";
        }
    }

    /**
     * The user approved or declined what was shown.
     *
     * @param counter the slot's next signature counter, from 1
     * @param previousEvidenceHash 32 bytes, zeros for the slot's first evidence
     */
    record Decided(Decision decision, long counter, byte[] previousEvidenceHash, Path path) implements ChipEvent {}
}
