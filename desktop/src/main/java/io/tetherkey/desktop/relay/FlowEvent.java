package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.trust.BankEntry;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.time.Instant;

/** What happens to a payment, from the user and from the world. */
public sealed interface FlowEvent {

    /** A page's order was verified. */
    record OrderOpened(VerifiedOrder order) implements FlowEvent {}

    /** The user asks how an earlier payment at this bank ended. */
    record Asked(VerifiedOrder order, BankEntry bank, Instant at) implements FlowEvent {}

    /** The user picked a bank and logged in. */
    record LoginSubmitted(BankEntry bank, Instant at) implements FlowEvent {}

    /** The bank answered, or did not. */
    record BankReplied(int step, BankReply reply) implements FlowEvent {}

    /** A newer directory puts a bank at another address, where it is called from now on. */
    record BankMoved(BankEntry bank) implements FlowEvent {}

    /** The phone answered, or did not. */
    record PhoneReplied(int step, PhoneReply reply) implements FlowEvent {}

    /** The phone told what it waits for. */
    record PhoneReported(int step, PhoneStatus status) implements FlowEvent {}

    /** A phone can be asked again. */
    record PhoneBack(int step) implements FlowEvent {}

    /** The proof was compared. */
    record ReceiptJudged(int step, ReceiptDesk.Judgement judgement) implements FlowEvent {}

    /** The proof of an order that the bank calls paid was fetched from the phone and compared. */
    record ReceiptFound(String orderId, ReceiptDesk.Judgement judgement) implements FlowEvent {}

    /** The user wants the last call made again, or the payment begun again. */
    record Retry() implements FlowEvent {}

    /** The user gives up. */
    record Cancel() implements FlowEvent {}

    /** The user has read the result. */
    record Dismiss() implements FlowEvent {}

    /** The app found a payment that an earlier run left behind. */
    record Resumed(PendingPayment pending, VerifiedOrder order, BankEntry bank) implements FlowEvent {}
}
