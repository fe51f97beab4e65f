package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
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
import io.tetherkey.desktop.relay.FlowState.UnderWay;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.trust.BankEntry;

/**
 * The rules of one payment as a pure function; {@link FlowState} shows the way.
 *
 * <p>Three of them are about money. Where the payment stands is stored before each call. The same call is made again
 * with the same bytes. And once the bank may hold the signed consent ({@link Journey#mayBePaid()}), no end is told
 * before the bank was asked for the order's status.
 */
public final class PaymentProcess {

    private PaymentProcess() {}

    /**
     * The step that follows; an event that does not fit the state changes nothing.
     */
    public static FlowStep next(FlowState state, FlowEvent event) {
        return switch (event) {
            case FlowEvent.OrderOpened opened ->
                atRestOrOver(state)
                        ? FlowStep.of(new OrderShown(opened.order()), new ErasePending())
                        : FlowStep.of(state);
            case FlowEvent.Asked(var order, var bank, var at) ->
                atRestOrOver(state) ? PaymentCheck.ask(Journey.from(order, bank, at)) : FlowStep.of(state);
            case FlowEvent.LoginSubmitted login ->
                state instanceof OrderShown shown
                        ? begin(Journey.from(shown.order(), login.bank(), login.at()))
                        : FlowStep.of(state, new ForgetLogin());
            case FlowEvent.Resumed resumed -> state instanceof AtRest ? resume(resumed) : FlowStep.of(state);
            case FlowEvent.BankReplied replied ->
                current(state, replied.step()) ? bankReplied((UnderWay) state, replied.reply()) : FlowStep.of(state);
            case FlowEvent.BankMoved moved -> FlowStep.of(moved(state, moved.bank()));
            case FlowEvent.PhoneReplied replied ->
                current(state, replied.step()) ? phoneReplied((UnderWay) state, replied.reply()) : FlowStep.of(state);
            case FlowEvent.PhoneReported reported ->
                current(state, reported.step()) ? phoneReported(state, reported.status()) : FlowStep.of(state);
            case FlowEvent.PhoneBack back ->
                current(state, back.step()) && state instanceof PhoneAway away
                        ? PaymentSteps.callPhone(away.journey(), away.step() + 1, away.call())
                        : FlowStep.of(state);
            case FlowEvent.ReceiptJudged judged ->
                current(state, judged.step()) && state instanceof Judging judging
                        ? judged(judging, judged.judgement())
                        : FlowStep.of(state);
            case FlowEvent.ReceiptFound found -> FlowStep.of(PaymentCheck.found(state, found));
            case FlowEvent.Retry() -> retry(state);
            case FlowEvent.Cancel() -> PaymentCancel.cancel(state);
            case FlowEvent.Dismiss() -> state instanceof Finished ? FlowStep.of(new AtRest()) : FlowStep.of(state);
        };
    }

    private static boolean atRestOrOver(FlowState state) {
        return switch (state) {
            case AtRest ignored -> true;
            case Finished finished -> !(finished.outcome() instanceof Outcome.Unknown);
            case OrderShown ignored -> false;
            case UnderWay ignored -> false;
        };
    }

    private static boolean current(FlowState state, int step) {
        return state instanceof UnderWay underWay && underWay.step() == step;
    }

    private static FlowStep begin(Journey journey) {
        if (journey.startedAt().isAfter(journey.order().order().expiresAt())) {
            return PaymentSteps.finish(journey, PaymentSteps.failed(Fault.ORDER_EXPIRED));
        }
        return PaymentSteps.callBank(
                journey, 1, new BankCall.Begin(journey.order().signedOrder()));
    }

    private static FlowStep resume(FlowEvent.Resumed resumed) {
        PendingPayment pending = resumed.pending();
        var journey =
                new Journey(resumed.order(), resumed.bank(), pending.startedAt(), pending.delivered(), pending.stage());
        return PaymentSteps.check(
                journey,
                1,
                switch (pending.call()) {
                    case PendingCall.LoginNeeded() -> new AfterCheck.StartAnew();
                    case PendingCall.ForBank forBank -> new AfterCheck.SendToBank(forBank.call());
                    case PendingCall.ForPhone forPhone -> new AfterCheck.SendToPhone(forPhone.call());
                });
    }

    private static FlowStep bankReplied(UnderWay state, BankReply reply) {
        return switch (state) {
            case AtBank atBank -> bankAnswered(atBank, reply);
            case Checking checking -> PaymentCheck.checked(checking, reply);
            case AtPhone ignored -> FlowStep.of(state);
            case PhoneAway ignored -> FlowStep.of(state);
            case BankAway ignored -> FlowStep.of(state);
            case Cancelling ignored -> FlowStep.of(state);
            case Judging ignored -> FlowStep.of(state);
        };
    }

    private static FlowState moved(FlowState state, BankEntry bank) {
        return switch (state) {
            case AtBank at when of(at, bank) -> new AtBank(at.journey().at(bank), at.step(), at.call());
            case Checking at when of(at, bank) -> new Checking(at.journey().at(bank), at.step(), at.then());
            case UnderWay ignored -> state;
            case AtRest ignored -> state;
            case OrderShown ignored -> state;
            case Finished ignored -> state;
        };
    }

    private static boolean of(UnderWay state, BankEntry bank) {
        return state.journey().bank().bankId().equals(bank.bankId());
    }

    private static FlowStep bankAnswered(AtBank state, BankReply reply) {
        Journey journey = state.journey();
        int step = state.step() + 1;
        return switch (reply) {
            case BankReply.Offered offered ->
                PaymentSteps.callPhone(
                        journey,
                        step,
                        new PhoneCall.Open(
                                journey.bank().bankId(),
                                offered.sessionId(),
                                offered.offer(),
                                journey.bank().api().toString()));
            case BankReply.Answered answered ->
                state.call() instanceof BankCall.Deliver deliver
                        ? PaymentSteps.callPhone(
                                journey, step, new PhoneCall.Relay(deliver.sessionId(), answered.message()))
                        : PaymentSteps.end(journey, step, PaymentSteps.failed(Fault.MESSAGE_MALFORMED));
            case BankReply.Told ignored -> FlowStep.of(state);
            case BankReply.Completed ignored -> FlowStep.of(state);
            case BankReply.Refused refused -> {
                Outcome refusal = PaymentSteps.refusal(refused.fault(), refused.attemptsLeft());
                FlowStep ended = orderIsOver(state.call(), refused.fault())
                        ? PaymentSteps.check(journey, step, new AfterCheck.Conclude(refusal))
                        : PaymentSteps.end(journey, step, refusal);
                yield PaymentSteps.with(ended, new CancelPhone());
            }
            case BankReply.Unreachable unreachable ->
                FlowStep.of(new BankAway(
                        journey, state.step(), state.call(), new AfterCheck.Proceed(), unreachable.fault()));
        };
    }

    /** An order that the bank no longer takes may have been paid by an earlier session. */
    private static boolean orderIsOver(BankCall call, Fault fault) {
        return call instanceof BankCall.Begin && (fault == Fault.ORDER_CLOSED || fault == Fault.ORDER_EXPIRED);
    }

    private static FlowStep phoneReplied(UnderWay state, PhoneReply reply) {
        return switch (state) {
            case AtPhone atPhone -> phoneAnswered(atPhone, reply);
            case Cancelling cancelling -> PaymentCancel.cancelAnswered(cancelling, reply);
            case AtBank ignored -> FlowStep.of(state);
            case PhoneAway ignored -> FlowStep.of(state);
            case BankAway ignored -> FlowStep.of(state);
            case Checking ignored -> FlowStep.of(state);
            case Judging ignored -> FlowStep.of(state);
        };
    }

    private static FlowStep phoneAnswered(AtPhone state, PhoneReply reply) {
        Journey journey = state.journey();
        int step = state.step() + 1;
        return switch (reply) {
            case PhoneReply.Forwarded forwarded -> PaymentSteps.deliver(journey, step, state.call(), forwarded);
            case PhoneReply.Ended ended -> PaymentSteps.sessionEnded(journey, step, ended.outcome());
            case PhoneReply.Refused refused -> PaymentSteps.end(journey, step, refusedByPhone(state, refused));
            case PhoneReply.Gone gone -> PaymentSteps.awaitPhone(journey, step, state.call(), gone.why());
        };
    }

    /** Who gives up on the phone after a wrong payment key did not pay because of that key. */
    private static Outcome refusedByPhone(AtPhone state, PhoneReply.Refused refused) {
        boolean gaveUp = refused.fault() == Fault.CANCELLED || refused.fault() == Fault.PHONE_TIMED_OUT;
        return gaveUp && state.status().stage() == Stage.PAYMENT_KEY_WRONG
                ? new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, state.status().attemptsLeft())
                : PaymentSteps.refusal(refused.fault(), refused.attemptsLeft());
    }

    private static FlowStep judged(Judging state, ReceiptDesk.Judgement judgement) {
        return PaymentSteps.finish(state.journey(), PaymentSteps.outcome(judgement));
    }

    private static FlowStep phoneReported(FlowState state, PhoneStatus status) {
        return switch (state) {
            case AtPhone at ->
                FlowStep.of(new AtPhone(at.journey().reached(status.stage()), at.step(), at.call(), status));
            case Cancelling at ->
                FlowStep.of(new Cancelling(at.journey().reached(status.stage()), at.step(), at.call()));
            case AtRest ignored -> FlowStep.of(state);
            case OrderShown ignored -> FlowStep.of(state);
            case Finished ignored -> FlowStep.of(state);
            case UnderWay ignored -> FlowStep.of(state);
        };
    }

    private static FlowStep retry(FlowState state) {
        return switch (state) {
            case BankAway away ->
                away.call() instanceof BankCall.AskStatus
                        ? PaymentSteps.check(away.journey(), away.step() + 1, away.then())
                        : PaymentSteps.callBank(away.journey(), away.step() + 1, away.call());
            case Finished finished ->
                switch (finished.outcome()) {
                    case Outcome.Unknown unknown ->
                        PaymentSteps.check(finished.journey(), 1, new AfterCheck.Conclude(unknown));
                    case Outcome.Failed ignored ->
                        FlowStep.of(new OrderShown(finished.journey().order()));
                    case Outcome.Cancelled ignored ->
                        FlowStep.of(new OrderShown(finished.journey().order()));
                    case Outcome.Declined ignored -> FlowStep.of(state);
                    case Outcome.Voided ignored -> FlowStep.of(state);
                    case Outcome.Paid ignored -> FlowStep.of(state);
                };
            case AtRest ignored -> FlowStep.of(state);
            case OrderShown ignored -> FlowStep.of(state);
            case UnderWay ignored -> FlowStep.of(state);
        };
    }
}
