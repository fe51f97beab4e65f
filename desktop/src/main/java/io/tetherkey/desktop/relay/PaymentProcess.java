package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.relay.FlowEffect.AwaitPhone;
import io.tetherkey.desktop.relay.FlowEffect.CallBank;
import io.tetherkey.desktop.relay.FlowEffect.CallPhone;
import io.tetherkey.desktop.relay.FlowEffect.CancelPhone;
import io.tetherkey.desktop.relay.FlowEffect.ErasePending;
import io.tetherkey.desktop.relay.FlowEffect.ForgetLogin;
import io.tetherkey.desktop.relay.FlowEffect.KeepReceipt;
import io.tetherkey.desktop.relay.FlowEffect.OweReceipt;
import io.tetherkey.desktop.relay.FlowEffect.Persist;
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
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.trust.BankEntry;
import java.util.ArrayList;
import java.util.OptionalInt;

/**
 * The rules of one payment as a pure function; {@link FlowState} shows the way.
 *
 * <p>Three of them are about money. Where the payment stands is stored before each call. The same call is made again
 * with the same bytes. And once the bank may hold the signed consent ({@link Journey#mayBePaid()}), no end is told
 * before the bank was asked for the order's status.
 */
public final class PaymentProcess {

    private static final PhoneStatus WORKING =
            new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());

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
                        ? callPhone(away.journey(), away.step() + 1, away.call())
                        : FlowStep.of(state);
            case FlowEvent.ReceiptJudged judged ->
                current(state, judged.step()) && state instanceof Judging judging
                        ? judged(judging, judged.judgement())
                        : FlowStep.of(state);
            case FlowEvent.ReceiptFound found -> FlowStep.of(found(state, found));
            case FlowEvent.Retry() -> retry(state);
            case FlowEvent.Cancel() -> cancel(state);
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
            return finish(journey, failed(Fault.ORDER_EXPIRED));
        }
        return callBank(journey, 1, new BankCall.Begin(journey.order().signedOrder()));
    }

    private static FlowStep resume(FlowEvent.Resumed resumed) {
        PendingPayment pending = resumed.pending();
        var journey =
                new Journey(resumed.order(), resumed.bank(), pending.startedAt(), pending.delivered(), pending.stage());
        return check(
                journey,
                1,
                switch (pending.call()) {
                    case PendingCall.LoginNeeded() -> new AfterCheck.StartAnew();
                    case PendingCall.ForBank forBank -> new AfterCheck.SendToBank(forBank.call());
                    case PendingCall.ForPhone forPhone -> new AfterCheck.SendToPhone(forPhone.call());
                });
    }

    private static FlowStep callBank(Journey journey, int step, BankCall call) {
        return FlowStep.of(
                new AtBank(journey, step, call),
                new Persist(pending(journey, forBank(call))),
                new CallBank(step, journey.bank(), call));
    }

    private static PendingCall forBank(BankCall call) {
        return switch (call) {
            case BankCall.Deliver deliver -> new PendingCall.ForBank(deliver);
            case BankCall.Begin ignored -> new PendingCall.LoginNeeded();
            case BankCall.AskStatus ignored -> new PendingCall.LoginNeeded();
            case BankCall.BeginEnrolment ignored -> throw noPayment();
            case BankCall.DeliverEnrolment ignored -> throw noPayment();
        };
    }

    private static IllegalStateException noPayment() {
        return new IllegalStateException("An enrolment is no part of a payment");
    }

    private static FlowStep callPhone(Journey journey, int step, PhoneCall call) {
        PendingCall stored = switch (call) {
            case PhoneCall.Open ignored -> new PendingCall.LoginNeeded();
            case PhoneCall.Relay relay -> new PendingCall.ForPhone(relay);
        };
        return FlowStep.of(
                new AtPhone(journey, step, call, WORKING),
                new Persist(pending(journey, stored)),
                new CallPhone(step, call));
    }

    private static PendingPayment pending(Journey journey, PendingCall call) {
        return new PendingPayment(
                journey.order().signedOrder(),
                journey.startedAt(),
                journey.bank().bankId(),
                journey.delivered(),
                journey.stage(),
                call);
    }

    private static FlowStep check(Journey journey, int step, AfterCheck then) {
        var ask = new BankCall.AskStatus(journey.order().order().orderId());
        return FlowStep.of(new Checking(journey, step, then), new CallBank(step, journey.bank(), ask));
    }

    private static FlowStep bankReplied(UnderWay state, BankReply reply) {
        return switch (state) {
            case AtBank atBank -> bankAnswered(atBank, reply);
            case Checking checking -> checked(checking, reply);
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
                callPhone(
                        journey,
                        step,
                        new PhoneCall.Open(
                                journey.bank().bankId(),
                                offered.sessionId(),
                                offered.offer(),
                                journey.bank().api().toString()));
            case BankReply.Answered answered ->
                state.call() instanceof BankCall.Deliver deliver
                        ? callPhone(journey, step, new PhoneCall.Relay(deliver.sessionId(), answered.message()))
                        : end(journey, step, failed(Fault.MESSAGE_MALFORMED));
            case BankReply.Told ignored -> FlowStep.of(state);
            case BankReply.Refused refused -> {
                Outcome refusal = refusal(refused.fault(), refused.attemptsLeft());
                FlowStep ended = orderIsOver(state.call(), refused.fault())
                        ? check(journey, step, new AfterCheck.Conclude(refusal))
                        : end(journey, step, refusal);
                yield with(ended, new CancelPhone());
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

    private static FlowStep checked(Checking state, BankReply reply) {
        Journey journey = state.journey();
        return switch (reply) {
            case BankReply.Told told ->
                switch (told.status()) {
                    case PAID -> paidByWord(state, told);
                    case DECLINED -> finish(journey, new Outcome.Declined());
                    case FAILED -> finish(journey, failed(told.reason()));
                    case OPEN -> stillOpen(state);
                };
            case BankReply.Refused refused ->
                refused.fault() == Fault.ORDER_UNKNOWN
                        ? stillOpen(state)
                        : FlowStep.of(new Finished(journey, new Outcome.Unknown(refused.fault())));
            case BankReply.Unreachable unreachable ->
                FlowStep.of(new BankAway(
                        journey,
                        state.step(),
                        new BankCall.AskStatus(journey.order().order().orderId()),
                        state.then(),
                        unreachable.fault()));
            case BankReply.Offered ignored -> FlowStep.of(state);
            case BankReply.Answered ignored -> FlowStep.of(state);
        };
    }

    /** The bank says paid and the proof is not here yet. */
    private static FlowStep paidByWord(Checking state, BankReply.Told told) {
        Journey journey = state.journey();
        return FlowStep.of(
                new Finished(journey, new Outcome.Paid(told.bankId(), told.receiptNumber(), new ReceiptFile.Due())),
                new OweReceipt(pending(journey, new PendingCall.LoginNeeded())),
                new ForgetLogin(),
                new ErasePending());
    }

    private static FlowState found(FlowState state, FlowEvent.ReceiptFound found) {
        boolean awaited = state instanceof Finished finished
                && finished.outcome() instanceof Outcome.Paid paid
                && paid.receipt() instanceof ReceiptFile.Due
                && finished.journey().order().order().orderId().equals(found.orderId());
        return awaited
                ? new Finished(((Finished) state).journey(), samePayer((Finished) state, outcome(found.judgement())))
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
            case AfterCheck.SendToBank send -> callBank(journey, step, send.call());
            case AfterCheck.SendToPhone send -> awaitPhone(journey, step, send.call(), Fault.NO_PHONE);
            case AfterCheck.Conclude conclude -> finish(journey, conclude.outcome());
        };
    }

    private static FlowStep awaitPhone(Journey journey, int step, PhoneCall call, Fault why) {
        return FlowStep.of(new PhoneAway(journey, step, call, why), new AwaitPhone(step));
    }

    private static FlowStep phoneReplied(UnderWay state, PhoneReply reply) {
        return switch (state) {
            case AtPhone atPhone -> phoneAnswered(atPhone, reply);
            case Cancelling cancelling -> cancelAnswered(cancelling, reply);
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
            case PhoneReply.Forwarded forwarded -> deliver(journey, step, state.call(), forwarded);
            case PhoneReply.Ended ended -> sessionEnded(journey, step, ended.outcome());
            case PhoneReply.Refused refused -> end(journey, step, refusedByPhone(state, refused));
            case PhoneReply.Gone gone -> awaitPhone(journey, step, state.call(), gone.why());
        };
    }

    /** Who gives up on the phone after a wrong payment key did not pay because of that key. */
    private static Outcome refusedByPhone(AtPhone state, PhoneReply.Refused refused) {
        boolean gaveUp = refused.fault() == Fault.CANCELLED || refused.fault() == Fault.PHONE_TIMED_OUT;
        return gaveUp && state.status().stage() == Stage.PAYMENT_KEY_WRONG
                ? new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, state.status().attemptsLeft())
                : refusal(refused.fault(), refused.attemptsLeft());
    }

    private static FlowStep deliver(Journey journey, int step, PhoneCall call, PhoneReply.Forwarded forwarded) {
        byte[] sessionId = switch (call) {
            case PhoneCall.Open open -> open.sessionId();
            case PhoneCall.Relay relay -> relay.sessionId();
        };
        FlowStep called =
                callBank(journey.deliveredOneMore(), step, new BankCall.Deliver(sessionId, forwarded.message()));
        return with(called, new ForgetLogin());
    }

    private static FlowStep sessionEnded(Journey journey, int step, SessionOutcome outcome) {
        return switch (outcome.result()) {
            case PAID -> FlowStep.of(new Judging(journey, step, outcome), new KeepReceipt(step, journey, outcome));
            case DECLINED -> finish(journey, new Outcome.Declined());
            case VOID -> finish(journey, new Outcome.Voided());
            case FAILED ->
                end(journey, step, new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(outcome.attemptsLeft())));
            case PAYMENT_FAILED, ALLOWED, NONE -> end(journey, step, failed(Fault.PAYMENT_FAILED));
        };
    }

    private static FlowStep judged(Judging state, ReceiptDesk.Judgement judgement) {
        return finish(state.journey(), outcome(judgement));
    }

    private static Outcome outcome(ReceiptDesk.Judgement judgement) {
        return switch (judgement) {
            case ReceiptDesk.Judgement.Agrees agrees -> new Outcome.Paid(agrees.receiptNumber(), agrees.receipt());
            case ReceiptDesk.Judgement.Differs differs -> failed(differs.fault());
        };
    }

    /** The phone's answer after the user cancelled: a signature that was given already stands (DESIGN §5). */
    private static FlowStep cancelAnswered(Cancelling state, PhoneReply reply) {
        Journey journey = state.journey();
        int step = state.step() + 1;
        return switch (reply) {
            case PhoneReply.Forwarded forwarded ->
                journey.mayBeSigned()
                        ? deliver(journey.cancelCameTooLate(), step, state.call(), forwarded)
                        : end(journey, step, new Outcome.Cancelled());
            case PhoneReply.Ended ended -> sessionEnded(journey, step, ended.outcome());
            case PhoneReply.Refused ignored -> end(journey, step, new Outcome.Cancelled());
            case PhoneReply.Gone ignored -> end(journey, step, new Outcome.Cancelled());
        };
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
                        ? check(away.journey(), away.step() + 1, away.then())
                        : callBank(away.journey(), away.step() + 1, away.call());
            case Finished finished ->
                switch (finished.outcome()) {
                    case Outcome.Unknown ignored ->
                        check(finished.journey(), 1, new AfterCheck.Conclude(new Outcome.Cancelled()));
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

    private static FlowStep cancel(FlowState state) {
        return switch (state) {
            case OrderShown ignored -> FlowStep.of(new AtRest(), new ForgetLogin(), new ErasePending());
            case AtPhone at -> FlowStep.of(new Cancelling(at.journey(), at.step(), at.call()), new CancelPhone());
            case AtBank at
            when onItsWay(at) -> FlowStep.of(new AtBank(at.journey().cancelCameTooLate(), at.step(), at.call()));
            case AtBank at -> with(end(at.journey(), at.step() + 1, new Outcome.Cancelled()), new CancelPhone());
            case PhoneAway away -> end(away.journey(), away.step() + 1, new Outcome.Cancelled());
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
                : finish(away.journey(), new Outcome.Cancelled());
        return with(over, new CancelPhone());
    }

    /** Ends with {@code outcome}, but asks the bank first where money may have moved. */
    private static FlowStep end(Journey journey, int step, Outcome outcome) {
        return journey.mayBePaid() ? check(journey, step, new AfterCheck.Conclude(outcome)) : finish(journey, outcome);
    }

    private static FlowStep finish(Journey journey, Outcome outcome) {
        return FlowStep.of(new Finished(journey, outcome), new ForgetLogin(), new ErasePending());
    }

    private static Outcome refusal(Fault fault, OptionalInt attemptsLeft) {
        return switch (fault) {
            case CANCELLED -> new Outcome.Cancelled();
            case DECLINED_ON_PHONE -> new Outcome.Declined();
            case PAYMENT_KEY_VOIDED -> new Outcome.Voided();
            default -> new Outcome.Failed(fault, attemptsLeft);
        };
    }

    private static Outcome failed(Fault fault) {
        return new Outcome.Failed(fault, OptionalInt.empty());
    }

    private static FlowStep with(FlowStep step, FlowEffect more) {
        var effects = new ArrayList<>(step.effects());
        effects.add(more);
        return new FlowStep(step.state(), effects);
    }
}
