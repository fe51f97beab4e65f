package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.message.Fault;
import java.util.OptionalInt;

/** How a payment ended. Final, except {@link Unknown}, which says that the bank must still be asked. */
public sealed interface Outcome {

    /**
     * The bank has debited the account and signed a receipt.
     *
     * @param bankId the bank that says so, which may be another than the one just chosen; empty for the chosen one
     */
    record Paid(String bankId, String receiptNumber, ReceiptFile receipt) implements Outcome {

        /** Paid at the bank that was chosen. */
        public Paid(String receiptNumber, ReceiptFile receipt) {
            this("", receiptNumber, receipt);
        }
    }

    /** The user declined on the phone. */
    record Declined() implements Outcome {}

    /** Not paid. */
    record Failed(Fault fault, OptionalInt attemptsLeft) implements Outcome {}

    /** The tenth wrong payment key: the certificate is void. */
    record Voided() implements Outcome {}

    /** Given up by the user before the bank had a signed consent: not paid. */
    record Cancelled() implements Outcome {}

    /** The bank may have been given the signed consent and could not be asked since. */
    record Unknown(Fault why) implements Outcome {}
}
