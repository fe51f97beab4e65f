package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionOutcome;

/** What the phone has to do after a step. */
public sealed interface ChipEffect {

    /** Store the new state, then hand the message to the PC for the bank. */
    record Send(byte[] message) implements ChipEffect {}

    /** Hand out the stored message again; nothing has changed. */
    record Resend(byte[] message) implements ChipEffect {}

    /**
     * Ask for the payment key on the trusted display.
     *
     * @param attemptsLeft of ten, as the bank just told
     */
    record AskPaymentKey(int attemptsLeft, ChipState.Try lastTry) implements ChipEffect {}

    /** The login succeeded and no payment follows: store the result, then tell the outcome. */
    record LoggedIn(SessionOutcome outcome) implements ChipEffect {}

    /** Show the payment on the trusted display and ask for approval. The login just succeeded. */
    record AskApproval(PaymentRequest request) implements ChipEffect {}

    /** The certificate is void: erase the slot's keys, keep its history, then tell the outcome. */
    record EraseSlot(SessionOutcome outcome) implements ChipEffect {}

    /** The payment is closed: store the result with the request, then tell the outcome. */
    record Finish(SessionOutcome outcome, PaymentRequest request) implements ChipEffect {}
}
