package io.tetherkey.desktop.ui.ladder;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Journey;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a payment stands, as named steps; a pure function of the flow and the phone.
 *
 * @param now the one thing that the user must do, or what is being done
 */
public record Ladder(Map<RungName, RungState> rungs, Now now) {

    public Ladder {
        rungs = Map.copyOf(rungs);
    }

    public static Ladder of(FlowState flow, PhoneState phone) {
        return switch (flow) {
            case FlowState.AtRest() -> new Ladder(all(RungState.NOT_STARTED), Now.NOTHING);
            case FlowState.OrderShown ignored -> orderShown(phone);
            case FlowState.AtBank at -> until(rung(at.journey(), at.call()), RungState.WORKING, nowAtBank(at));
            case FlowState.AtPhone at -> atPhone(at);
            case FlowState.PhoneAway away -> {
                Map<RungName, RungState> rungs = before(rung(away.journey(), away.call()));
                rungs.put(
                        RungName.PHONE,
                        phone instanceof PhoneState.Reconnecting ? RungState.WORKING : RungState.WAITING_FOR_YOU);
                yield new Ladder(rungs, away.why() == Fault.PHONE_LOCKED ? Now.UNLOCK : phoneNow(phone));
            }
            case FlowState.BankAway away -> {
                Map<RungName, RungState> rungs = before(rung(away.journey(), away.call()));
                rungs.put(RungName.BANK, RungState.WORKING);
                yield new Ladder(rungs, Now.BANK_AWAY);
            }
            case FlowState.Cancelling at -> until(rung(at.journey(), at.call()), RungState.WORKING, Now.CANCELLING);
            case FlowState.Checking checking -> asked(checking.journey(), Now.CHECKING);
            case FlowState.Judging at ->
                until(
                        RungName.PAID,
                        RungState.WORKING,
                        at.journey().cancelledTooLate() ? Now.ALREADY_CONFIRMED : Now.FINISHING);
            case FlowState.Finished finished -> finished(finished);
        };
    }

    private static Ladder orderShown(PhoneState phone) {
        Map<RungName, RungState> rungs = all(RungState.NOT_STARTED);
        boolean ready = phone.known().isPresent();
        rungs.put(RungName.PHONE, ready ? RungState.DONE : RungState.WAITING_FOR_YOU);
        rungs.put(RungName.ORDER, RungState.DONE);
        rungs.put(RungName.BANK, ready ? RungState.WAITING_FOR_YOU : RungState.NOT_STARTED);
        return new Ladder(rungs, ready ? Now.CHOOSE_BANK : phoneNow(phone));
    }

    private static Now phoneNow(PhoneState phone) {
        return switch (phone) {
            case PhoneState.Absent() -> Now.PLUG_IN;
            case PhoneState.Unusable ignored -> Now.PLUG_IN;
            case PhoneState.Greeting() -> Now.GREETING;
            case PhoneState.Locked ignored -> Now.UNLOCK;
            case PhoneState.AskingTrust ignored -> Now.TRUST;
            case PhoneState.Ready ignored -> Now.GREETING;
            case PhoneState.Reconnecting ignored -> Now.RECONNECTING;
        };
    }

    private static RungName rung(Journey journey, BankCall call) {
        return switch (call) {
            case BankCall.Begin ignored -> RungName.BANK;
            case BankCall.BeginEnrolment ignored -> RungName.BANK;
            case BankCall.BeginLogin ignored -> RungName.BANK;
            case BankCall.CompleteLogin ignored -> RungName.PAID;
            case BankCall.DeliverEnrolment ignored -> RungName.CERTIFICATE;
            case BankCall.AskStatus ignored -> RungName.PAID;
            case BankCall.Deliver ignored ->
                journey.delivered() <= 1 ? RungName.CERTIFICATE : afterStage(journey.stage());
        };
    }

    private static RungName rung(Journey journey, PhoneCall call) {
        return switch (call) {
            case PhoneCall.Open ignored -> RungName.CERTIFICATE;
            case PhoneCall.Relay ignored ->
                switch (journey.stage()) {
                    case IDLE,
                            OPENING,
                            TRUST_COMPUTER,
                            UNLOCK,
                            ENTER_ACTIVATION_CODE,
                            CHOOSE_PAYMENT_KEY,
                            REPEAT_PAYMENT_KEY,
                            CONFIRM_DELETION,
                            CONFIRM_RENEWAL -> RungName.PAYMENT_KEY;
                    case ENTER_PAYMENT_KEY, PAYMENT_KEY_WRONG -> RungName.PAYMENT_KEY;
                    case CONFIRM_PAYMENT -> RungName.APPROVAL;
                    case FINISHING -> RungName.PAID;
                };
        };
    }

    private static RungName afterStage(Stage stage) {
        return switch (stage) {
            case IDLE,
                    OPENING,
                    TRUST_COMPUTER,
                    UNLOCK,
                    ENTER_ACTIVATION_CODE,
                    CHOOSE_PAYMENT_KEY,
                    REPEAT_PAYMENT_KEY,
                    CONFIRM_DELETION,
                    CONFIRM_RENEWAL,
                    ENTER_PAYMENT_KEY,
                    PAYMENT_KEY_WRONG -> RungName.PAYMENT_KEY;
            case CONFIRM_PAYMENT, FINISHING -> RungName.PAID;
        };
    }

    private static Now nowAtBank(FlowState.AtBank at) {
        if (at.journey().cancelledTooLate()) {
            return Now.ALREADY_CONFIRMED;
        }
        return switch (rung(at.journey(), at.call())) {
            case PHONE, ORDER, BANK -> Now.CALLING_BANK;
            case CERTIFICATE, LOGIN -> Now.BANK_CHECKS_LOGIN;
            case PAYMENT_KEY -> Now.BANK_CHECKS_KEY;
            case APPROVAL, PAID -> Now.FINISHING;
        };
    }

    private static Ladder atPhone(FlowState.AtPhone at) {
        PhoneStatus status = at.status();
        RungName rung = rung(at.journey(), at.call());
        if (at.journey().cancelledTooLate()) {
            return until(RungName.PAID, RungState.WORKING, Now.ALREADY_CONFIRMED);
        }
        if (status.reason() == WaitReason.WAIT_UNLOCK) {
            return until(rung, RungState.WAITING_FOR_YOU, Now.UNLOCK);
        }
        if (status.reason() == WaitReason.WAIT_CONSENT) {
            return until(rung, RungState.WAITING_FOR_YOU, Now.TRUST);
        }
        return switch (status.stage()) {
            case ENTER_PAYMENT_KEY -> until(RungName.PAYMENT_KEY, RungState.WAITING_FOR_YOU, Now.ENTER_KEY);
            case PAYMENT_KEY_WRONG -> until(RungName.PAYMENT_KEY, RungState.WAITING_FOR_YOU, Now.KEY_WRONG);
            case CONFIRM_PAYMENT -> until(RungName.APPROVAL, RungState.WAITING_FOR_YOU, Now.APPROVE);
            case FINISHING -> until(RungName.PAID, RungState.WORKING, Now.FINISHING);
            case IDLE,
                    OPENING,
                    TRUST_COMPUTER,
                    UNLOCK,
                    ENTER_ACTIVATION_CODE,
                    CHOOSE_PAYMENT_KEY,
                    REPEAT_PAYMENT_KEY,
                    CONFIRM_DELETION,
                    CONFIRM_RENEWAL -> until(atWork(at), RungState.WORKING, Now.PHONE_WORKS);
        };
    }

    /** A phone that waits for nobody works on what the bank has answered to the stage that was reached. */
    private static RungName atWork(FlowState.AtPhone at) {
        return at.call() instanceof PhoneCall.Open
                ? RungName.CERTIFICATE
                : afterStage(at.journey().stage());
    }

    private static Ladder finished(FlowState.Finished finished) {
        Journey journey = finished.journey();
        return switch (finished.outcome()) {
            case Outcome.Paid ignored -> new Ladder(all(RungState.DONE), Now.NOTHING);
            case Outcome.Declined() -> until(RungName.APPROVAL, RungState.DECLINED, Now.NOTHING);
            case Outcome.Voided() -> until(RungName.PAYMENT_KEY, RungState.FAILED, Now.NOTHING);
            case Outcome.Cancelled() -> new Ladder(before(reached(journey)), Now.NOTHING);
            case Outcome.Unknown ignored -> asked(journey, Now.NOTHING);
            case Outcome.Failed failed -> until(rung(failed.fault(), reached(journey)), RungState.FAILED, Now.NOTHING);
        };
    }

    private static RungName reached(Journey journey) {
        return switch (journey.stage()) {
            case IDLE,
                    OPENING,
                    TRUST_COMPUTER,
                    UNLOCK,
                    ENTER_ACTIVATION_CODE,
                    CHOOSE_PAYMENT_KEY,
                    REPEAT_PAYMENT_KEY,
                    CONFIRM_DELETION,
                    CONFIRM_RENEWAL ->
                switch (journey.delivered()) {
                    case 0 -> RungName.BANK;
                    case 1 -> RungName.CERTIFICATE;
                    default -> RungName.PAYMENT_KEY;
                };
            case ENTER_PAYMENT_KEY, PAYMENT_KEY_WRONG, CONFIRM_PAYMENT, FINISHING -> afterStage(journey.stage());
        };
    }

    /** The bank is asked for the order; steps that the payment has not reached are not claimed. */
    private static Ladder asked(Journey journey, Now now) {
        Map<RungName, RungState> rungs = before(reached(journey));
        rungs.put(RungName.PAID, RungState.WORKING);
        return new Ladder(rungs, now);
    }

    private static RungName rung(Fault fault, RungName otherwise) {
        return switch (fault) {
            case NO_PHONE, PHONE_LOST, PHONE_BROKE_PROTOCOL, PHONE_BUSY, PHONE_LOCKED, COMPUTER_NOT_TRUSTED ->
                RungName.PHONE;
            case ORDER_UNTRUSTED, ORDER_EXPIRED, ORDER_CONFLICT, ORDER_CLOSED -> RungName.ORDER;
            case BANK_NOT_ACCEPTED, BANK_UNREACHABLE, BANK_NOT_TRUSTED, BANK_UNKNOWN -> RungName.BANK;
            case NOT_AVAILABLE,
                    CERTIFICATE_REFUSED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_VOID,
                    CERTIFICATE_SUPERSEDED,
                    SUITE_REFUSED,
                    SLOT_EXISTS -> RungName.CERTIFICATE;
            case WRONG_PASSWORD, TOO_MANY_PASSWORDS -> RungName.LOGIN;
            case WRONG_PAYMENT_KEY, PAYMENT_KEY_VOIDED -> RungName.PAYMENT_KEY;
            case DECLINED_ON_PHONE -> RungName.APPROVAL;
            case INSUFFICIENT_FUNDS, PAYMENT_FAILED, ORDER_MISMATCH, RECEIPT_REFUSED -> RungName.PAID;
            default -> otherwise;
        };
    }

    private static Ladder until(RungName current, RungState state, Now now) {
        Map<RungName, RungState> rungs = before(current);
        rungs.put(current, state);
        return new Ladder(rungs, now);
    }

    private static Map<RungName, RungState> before(RungName current) {
        Map<RungName, RungState> rungs = all(RungState.NOT_STARTED);
        for (RungName name : RungName.values()) {
            if (name.compareTo(current) < 0) {
                rungs.put(name, done(name));
            }
        }
        return rungs;
    }

    /** An answer on the phone is sealed: that it was an approval is known only once the bank says paid. */
    private static RungState done(RungName name) {
        return name == RungName.APPROVAL ? RungState.ANSWERED : RungState.DONE;
    }

    private static Map<RungName, RungState> all(RungState state) {
        Map<RungName, RungState> rungs = new EnumMap<>(RungName.class);
        for (RungName name : RungName.values()) {
            rungs.put(name, state);
        }
        return rungs;
    }
}
