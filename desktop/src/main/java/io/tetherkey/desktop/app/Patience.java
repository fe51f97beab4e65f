package io.tetherkey.desktop.app;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.Optional;
import java.util.OptionalInt;

/** What counts as progress of a drive, and why one without progress is given up; pure. */
final class Patience {

    /**
     * Where a drive stands. Two equal marks mean that nothing has moved; seconds that run down on the phone are no
     * progress.
     */
    record Mark(
            Class<?> flow,
            int step,
            Optional<Stage> stage,
            Optional<WaitReason> reason,
            OptionalInt attemptsLeft,
            Class<?> phone) {}

    /** What to tell when the time is over. */
    record Verdict(Fault fault, OptionalInt attemptsLeft) {}

    private Patience() {}

    static Mark mark(FlowState flow, PhoneState phone) {
        int step = flow instanceof FlowState.UnderWay underWay ? underWay.step() : 0;
        Optional<PhoneStatus> status = status(flow);
        return new Mark(
                flow.getClass(),
                step,
                status.map(PhoneStatus::stage),
                status.map(PhoneStatus::reason),
                status.map(PhoneStatus::attemptsLeft).orElse(OptionalInt.empty()),
                phone.getClass());
    }

    static Verdict verdict(FlowState flow, PhoneState phone) {
        return status(flow).map(Patience::verdict).orElseGet(() -> verdict(phone));
    }

    private static Verdict verdict(PhoneStatus status) {
        return switch (status.reason()) {
            case WAIT_UNLOCK -> of(Fault.PHONE_LOCKED);
            case WAIT_USER, WAIT_CONSENT ->
                status.stage() == Stage.PAYMENT_KEY_WRONG
                        ? new Verdict(Fault.WRONG_PAYMENT_KEY, status.attemptsLeft())
                        : of(Fault.PHONE_TIMED_OUT);
            case PROCESSING -> of(Fault.TIMED_OUT);
        };
    }

    static Verdict verdict(PhoneState phone) {
        return switch (phone) {
            case PhoneState.Locked ignored -> of(Fault.PHONE_LOCKED);
            case PhoneState.AskingTrust ignored -> of(Fault.PHONE_TIMED_OUT);
            case PhoneState.Absent ignored -> of(Fault.TIMED_OUT);
            case PhoneState.Reconnecting ignored -> of(Fault.TIMED_OUT);
            case PhoneState.Unusable ignored -> of(Fault.TIMED_OUT);
            case PhoneState.Greeting ignored -> of(Fault.TIMED_OUT);
            case PhoneState.Ready ignored -> of(Fault.TIMED_OUT);
        };
    }

    private static Verdict of(Fault fault) {
        return new Verdict(fault, OptionalInt.empty());
    }

    private static Optional<PhoneStatus> status(FlowState flow) {
        return flow instanceof FlowState.AtPhone at ? Optional.of(at.status()) : Optional.empty();
    }
}
