package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.relay.FlowEffect.CancelPhone;
import io.tetherkey.desktop.relay.FlowEffect.ErasePending;
import io.tetherkey.desktop.relay.FlowEffect.ForgetLogin;
import io.tetherkey.desktop.relay.FlowState.AtBank;
import io.tetherkey.desktop.relay.FlowState.AtPhone;
import io.tetherkey.desktop.relay.FlowState.AtRest;
import io.tetherkey.desktop.relay.FlowState.BankAway;
import io.tetherkey.desktop.relay.FlowState.Cancelling;
import io.tetherkey.desktop.relay.FlowState.Checking;
import io.tetherkey.desktop.relay.FlowState.Finished;
import io.tetherkey.desktop.relay.FlowState.Judging;
import io.tetherkey.desktop.relay.FlowState.OrderShown;
import io.tetherkey.desktop.relay.FlowState.PhoneAway;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;

/**
 * What a cancel of the user does in each state, and what one that came too late found on the phone.
 */
final class PaymentCancel {

    private PaymentCancel() {}

    /** The phone's answer after the user cancelled: a signature that was given already stands (DESIGN §5). */
    static FlowStep cancelAnswered(Cancelling state, PhoneReply reply) {
        Journey journey = state.journey();
        int step = state.step() + 1;
        return switch (reply) {
            case PhoneReply.Forwarded forwarded ->
                journey.mayBeSigned()
                        ? PaymentSteps.deliver(journey.cancelCameTooLate(), step, state.call(), forwarded)
                        : PaymentSteps.end(journey, step, new Outcome.Cancelled());
            case PhoneReply.Ended ended -> PaymentSteps.sessionEnded(journey, step, ended.outcome());
            case PhoneReply.Refused ignored -> PaymentSteps.end(journey, step, new Outcome.Cancelled());
            case PhoneReply.Gone ignored -> PaymentSteps.end(journey, step, new Outcome.Cancelled());
        };
    }

    static FlowStep cancel(FlowState state) {
        return switch (state) {
            case OrderShown ignored -> FlowStep.of(new AtRest(), new ForgetLogin(), new ErasePending());
            case AtPhone at -> FlowStep.of(new Cancelling(at.journey(), at.step(), at.call()), new CancelPhone());
            case AtBank at
            when onItsWay(at) -> FlowStep.of(new AtBank(at.journey().cancelCameTooLate(), at.step(), at.call()));
            case AtBank at ->
                PaymentSteps.with(
                        PaymentSteps.end(at.journey(), at.step() + 1, new Outcome.Cancelled()), new CancelPhone());
            case PhoneAway away -> PaymentSteps.end(away.journey(), away.step() + 1, new Outcome.Cancelled());
            case BankAway away -> cancelWithoutBank(away);
            case Checking checking ->
                FlowStep.of(new Finished(checking.journey(), new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
            case Cancelling ignored -> FlowStep.of(state);
            case Judging ignored -> FlowStep.of(state);
            case AtRest ignored -> FlowStep.of(state);
            case Finished ignored -> FlowStep.of(state);
        };
    }

    /** What was answered on the phone is on its way to the bank: nobody can call it back, so the bank's word is awaited. */
    private static boolean onItsWay(AtBank at) {
        return at.call() instanceof BankCall.Deliver && at.journey().mayBeSigned();
    }

    private static FlowStep cancelWithoutBank(BankAway away) {
        FlowStep over = away.journey().mayBePaid()
                ? FlowStep.of(new Finished(away.journey(), new Outcome.Unknown(away.why())), new ForgetLogin())
                : PaymentSteps.finish(away.journey(), new Outcome.Cancelled());
        return PaymentSteps.with(over, new CancelPhone());
    }
}
