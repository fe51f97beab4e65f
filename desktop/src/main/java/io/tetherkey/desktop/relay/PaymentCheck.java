package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.relay.FlowEffect.ErasePending;
import io.tetherkey.desktop.relay.FlowEffect.ForgetLogin;
import io.tetherkey.desktop.relay.FlowEffect.OweReceipt;
import io.tetherkey.desktop.relay.FlowState.BankAway;
import io.tetherkey.desktop.relay.FlowState.Checking;
import io.tetherkey.desktop.relay.FlowState.Finished;
import io.tetherkey.desktop.relay.FlowState.OrderShown;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;

/**
 * What the bank's word on an order's status, and the receipt that is found after it, mean for the payment.
 */
final class PaymentCheck {

    private PaymentCheck() {}

    static FlowStep checked(Checking state, BankReply reply) {
        Journey journey = state.journey();
        return switch (reply) {
            case BankReply.Told told ->
                switch (told.status()) {
                    case PAID -> paidByWord(state, told);
                    case DECLINED -> PaymentSteps.finish(journey, new Outcome.Declined());
                    case FAILED -> PaymentSteps.finish(journey, PaymentSteps.failed(told.reason()));
                    case OPEN -> stillOpen(state);
                };
            case BankReply.Refused refused ->
                refused.fault() == Fault.ORDER_UNKNOWN
                        ? stillOpen(state)
                        : FlowStep.of(new Finished(journey, new Outcome.Unknown(refused.fault())));
            case BankReply.Unreachable unreachable
            when shownResult(state.then()).isPresent() ->
                FlowStep.of(new Finished(journey, new Outcome.Unknown(unreachable.fault())));
            case BankReply.Unreachable unreachable ->
                FlowStep.of(new BankAway(
                        journey,
                        state.step(),
                        new BankCall.AskStatus(journey.order().order().orderId()),
                        state.then(),
                        unreachable.fault()));
            case BankReply.Offered ignored -> FlowStep.of(state);
            case BankReply.Answered ignored -> FlowStep.of(state);
            case BankReply.Completed ignored -> FlowStep.of(state);
        };
    }

    /** Asks how an earlier payment ended; until the answer it stands as not certain. */
    static FlowStep ask(Journey journey) {
        return PaymentSteps.check(journey, 1, new AfterCheck.Conclude(new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
    }

    /** What the user reads already while the bank is asked behind it: "not certain yet". */
    static Optional<Outcome> shownResult(AfterCheck then) {
        return then instanceof AfterCheck.Conclude(Outcome.Unknown open) ? Optional.of(open) : Optional.empty();
    }

    /** The bank says paid and the proof is not here yet. */
    private static FlowStep paidByWord(Checking state, BankReply.Told told) {
        Journey journey = state.journey();
        return FlowStep.of(
                new Finished(journey, new Outcome.Paid(told.bankId(), told.receiptNumber(), new ReceiptFile.Due())),
                new OweReceipt(PaymentSteps.pending(journey, new PendingCall.LoginNeeded())),
                new ForgetLogin(),
                new ErasePending());
    }

    static FlowState found(FlowState state, FlowEvent.ReceiptFound found) {
        boolean awaited = state instanceof Finished finished
                && finished.outcome() instanceof Outcome.Paid paid
                && paid.receipt() instanceof ReceiptFile.Due
                && finished.journey().order().order().orderId().equals(found.orderId());
        return awaited
                ? new Finished(
                        ((Finished) state).journey(),
                        samePayer((Finished) state, PaymentSteps.outcome(found.judgement())))
                : state;
    }

    private static Outcome samePayer(Finished before, Outcome now) {
        return before.outcome() instanceof Outcome.Paid paid
                        && now instanceof Outcome.Paid(var bank, String number, ReceiptFile receipt)
                ? new Outcome.Paid(paid.bankId(), number, receipt)
                : now;
    }

    private static FlowStep stillOpen(Checking state) {
        Journey journey = state.journey();
        int step = state.step() + 1;
        return switch (state.then()) {
            case AfterCheck.Proceed() -> FlowStep.of(new OrderShown(journey.order()), new ErasePending());
            case AfterCheck.StartAnew() -> FlowStep.of(new OrderShown(journey.order()), new ErasePending());
            case AfterCheck.SendToBank send -> PaymentSteps.callBank(journey, step, send.call());
            case AfterCheck.SendToPhone send -> PaymentSteps.awaitPhone(journey, step, send.call(), Fault.NO_PHONE);
            case AfterCheck.Conclude ignored
            when shownResult(state.then()).isPresent() ->
                PaymentSteps.finish(journey, PaymentSteps.failed(Fault.ORDER_NOT_PAID));
            case AfterCheck.Conclude conclude -> PaymentSteps.finish(journey, conclude.outcome());
        };
    }
}
