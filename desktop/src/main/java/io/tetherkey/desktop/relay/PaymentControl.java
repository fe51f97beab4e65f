package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.trust.BankEntry;

/** What the user can do to the payment; each returns at once and the outcome comes as a new {@link FlowState}. */
public interface PaymentControl {

    /** Begins the payment with what the user typed; takes a copy of {@code password}. */
    void submit(BankEntry bank, String userName, char[] password);

    /** Makes the last call again, begins again, or asks the bank again. */
    void retry();

    /** Gives up. */
    void cancel();

    /** Returns to rest after the result was read. */
    void dismiss();
}
