package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;

/** Checks and keeps the proof of a payment. */
public interface ReceiptDesk {

    /**
     * Compares the order as the shop signed it, as the phone displayed it and as the bank's receipt says it, and writes
     * the receipt file if all three agree.
     */
    Judgement keep(Journey journey, SessionOutcome outcome);

    /** The verdict on a proof. */
    sealed interface Judgement {

        /** All three agree. */
        record Agrees(String receiptNumber, ReceiptFile receipt) implements Judgement {}

        /** They differ: a red stop. */
        record Differs(Fault fault) implements Judgement {}
    }
}
