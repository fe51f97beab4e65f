package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.trust.BankEntry;

/** What the executor does for a payment, in the order given. */
public sealed interface FlowEffect {

    /** Stores where the payment stands; done before anything that follows in the list. */
    record Persist(PendingPayment pending) implements FlowEffect {}

    /** Removes what was stored. */
    record ErasePending() implements FlowEffect {}

    /**
     * Stores that the proof of a paid order must be fetched from the phone, and later reports
     * {@link FlowEvent.ReceiptFound}. What was persisted of the same order is kept instead of {@code pending}: it knows
     * the last sealed bytes.
     */
    record OweReceipt(PendingPayment pending) implements FlowEffect {}

    /** Erases the password. */
    record ForgetLogin() implements FlowEffect {}

    /** Calls the bank and reports {@link FlowEvent.BankReplied}. */
    record CallBank(int step, BankEntry bank, BankCall call) implements FlowEffect {}

    /** Calls the phone and reports {@link FlowEvent.PhoneReplied}, and {@link FlowEvent.PhoneReported} meanwhile. */
    record CallPhone(int step, PhoneCall call) implements FlowEffect {}

    /** Waits for a phone and reports {@link FlowEvent.PhoneBack}. */
    record AwaitPhone(int step) implements FlowEffect {}

    /** Asks the phone to give its waiting call up. */
    record CancelPhone() implements FlowEffect {}

    /** Compares and keeps the proof and reports {@link FlowEvent.ReceiptJudged}. */
    record KeepReceipt(int step, Journey journey, SessionOutcome outcome) implements FlowEffect {}
}
