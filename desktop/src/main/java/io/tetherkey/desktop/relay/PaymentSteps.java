package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.desktop.relay.FlowEffect.AwaitPhone;
import io.tetherkey.desktop.relay.FlowEffect.CallBank;
import io.tetherkey.desktop.relay.FlowEffect.CallPhone;
import io.tetherkey.desktop.relay.FlowEffect.ErasePending;
import io.tetherkey.desktop.relay.FlowEffect.ForgetLogin;
import io.tetherkey.desktop.relay.FlowEffect.KeepReceipt;
import io.tetherkey.desktop.relay.FlowEffect.Persist;
import io.tetherkey.desktop.relay.FlowState.AtBank;
import io.tetherkey.desktop.relay.FlowState.AtPhone;
import io.tetherkey.desktop.relay.FlowState.Checking;
import io.tetherkey.desktop.relay.FlowState.Finished;
import io.tetherkey.desktop.relay.FlowState.Judging;
import io.tetherkey.desktop.relay.FlowState.PhoneAway;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.ArrayList;
import java.util.OptionalInt;

/**
 * The steps that a payment is made of: the next call with where it is stored before, the wait for the phone, the end.
 *
 * <p>Each is pure. What may not be told before the bank was asked goes through {@link #end}; {@link #finish} asks nobody.
 */
final class PaymentSteps {

    private static final PhoneStatus WORKING =
            new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty());

    private PaymentSteps() {}

    static FlowStep callBank(Journey journey, int step, BankCall call) {
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
            case BankCall.BeginLogin ignored -> throw noPayment();
            case BankCall.CompleteLogin ignored -> throw noPayment();
            case BankCall.BeginEnrolment ignored -> throw noPayment();
            case BankCall.DeliverEnrolment ignored -> throw noPayment();
        };
    }

    private static IllegalStateException noPayment() {
        return new IllegalStateException("A login or an enrolment is no part of a payment");
    }

    static FlowStep callPhone(Journey journey, int step, PhoneCall call) {
        PendingCall stored = switch (call) {
            case PhoneCall.Open ignored -> new PendingCall.LoginNeeded();
            case PhoneCall.Relay relay -> new PendingCall.ForPhone(relay);
        };
        return FlowStep.of(
                new AtPhone(journey, step, call, WORKING),
                new Persist(pending(journey, stored)),
                new CallPhone(step, call));
    }

    static PendingPayment pending(Journey journey, PendingCall call) {
        return new PendingPayment(
                journey.order().signedOrder(),
                journey.startedAt(),
                journey.bank().bankId(),
                journey.delivered(),
                journey.stage(),
                call);
    }

    static FlowStep check(Journey journey, int step, AfterCheck then) {
        var ask = new BankCall.AskStatus(journey.order().order().orderId());
        return FlowStep.of(new Checking(journey, step, then), new CallBank(step, journey.bank(), ask));
    }

    static FlowStep awaitPhone(Journey journey, int step, PhoneCall call, Fault why) {
        return FlowStep.of(new PhoneAway(journey, step, call, why), new AwaitPhone(step));
    }

    static FlowStep deliver(Journey journey, int step, PhoneCall call, PhoneReply.Forwarded forwarded) {
        byte[] sessionId = switch (call) {
            case PhoneCall.Open open -> open.sessionId();
            case PhoneCall.Relay relay -> relay.sessionId();
        };
        FlowStep called =
                callBank(journey.deliveredOneMore(), step, new BankCall.Deliver(sessionId, forwarded.message()));
        return with(called, new ForgetLogin());
    }

    static FlowStep sessionEnded(Journey journey, int step, SessionOutcome outcome) {
        return switch (outcome.result()) {
            case PAID -> FlowStep.of(new Judging(journey, step, outcome), new KeepReceipt(step, journey, outcome));
            case DECLINED -> finish(journey, new Outcome.Declined());
            case VOID -> finish(journey, new Outcome.Voided());
            case FAILED ->
                end(journey, step, new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(outcome.attemptsLeft())));
            case PAYMENT_FAILED, ALLOWED, NONE -> end(journey, step, failed(Fault.PAYMENT_FAILED));
        };
    }

    static Outcome outcome(ReceiptDesk.Judgement judgement) {
        return switch (judgement) {
            case ReceiptDesk.Judgement.Agrees agrees -> new Outcome.Paid(agrees.receiptNumber(), agrees.receipt());
            case ReceiptDesk.Judgement.Differs differs -> failed(differs.fault());
        };
    }

    /** Ends with {@code outcome}, but asks the bank first where money may have moved. */
    static FlowStep end(Journey journey, int step, Outcome outcome) {
        return journey.mayBePaid() ? check(journey, step, new AfterCheck.Conclude(outcome)) : finish(journey, outcome);
    }

    static FlowStep finish(Journey journey, Outcome outcome) {
        return FlowStep.of(new Finished(journey, outcome), new ForgetLogin(), new ErasePending());
    }

    static Outcome refusal(Fault fault, OptionalInt attemptsLeft) {
        return switch (fault) {
            case CANCELLED -> new Outcome.Cancelled();
            case DECLINED_ON_PHONE -> new Outcome.Declined();
            case PAYMENT_KEY_VOIDED -> new Outcome.Voided();
            default -> new Outcome.Failed(fault, attemptsLeft);
        };
    }

    static Outcome failed(Fault fault) {
        return new Outcome.Failed(fault, OptionalInt.empty());
    }

    static FlowStep with(FlowStep step, FlowEffect more) {
        var effects = new ArrayList<>(step.effects());
        effects.add(more);
        return new FlowStep(step.state(), effects);
    }
}
