package io.tetherkey.desktop.diagnosis;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ladder from the cable to the bank, climbed until a rung is not good; pure. Of several devices the one that gets
 * furthest counts.
 */
public final class Diagnosis {

    private static final Map<Fault, Step> STEPS = Map.ofEntries(
            Map.entry(Fault.USB_MISSING, Step.CABLE),
            Map.entry(Fault.NO_DATA_LINES, Step.DATA_LINES),
            Map.entry(Fault.PHONE_FORBIDDEN, Step.PERMISSION),
            Map.entry(Fault.PHONE_HELD, Step.PERMISSION),
            Map.entry(Fault.LIBRARY_MISSING, Step.PERMISSION),
            Map.entry(Fault.PHONE_NOT_NEARBY, Step.PERMISSION),
            Map.entry(Fault.PHONE_IN_OTHER_MODE, Step.PHONE_MODE),
            Map.entry(Fault.COMPUTER_NOT_TRUSTED, Step.TRUST),
            Map.entry(Fault.DECLINED_ON_PHONE, Step.TRUST),
            Map.entry(Fault.PHONE_TIMED_OUT, Step.TRUST));

    private Diagnosis() {}

    /** All rungs, in order; those above the first that is not good are not checked. */
    public static List<Check> of(Observation seen) {
        Check stop = firstNotGood(seen);
        List<Check> checks = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.compareTo(stop.step()) < 0) {
                checks.add(below(step, stop));
            } else if (step == stop.step()) {
                checks.add(stop);
            } else {
                checks.add(Check.of(step, StepState.NOT_CHECKED));
            }
        }
        return List.copyOf(checks);
    }

    /** The computer cannot see whether there is a cable without data lines, or none. */
    private static Check below(Step step, Check stop) {
        boolean unseen = step == Step.CABLE && stop.step() == Step.DATA_LINES;
        return Check.of(step, unseen ? StepState.YOUR_TURN : StepState.GOOD);
    }

    private static Check firstNotGood(Observation seen) {
        return switch (seen.phone()) {
            case PhoneState.Absent() -> withoutPhone(seen);
            case PhoneState.Unusable(Fault why) -> bad(seen, why);
            case PhoneState.Greeting() -> Check.of(Step.TRUST, StepState.NOT_CHECKED);
            case PhoneState.Reconnecting ignored -> Check.of(Step.TRUST, StepState.NOT_CHECKED);
            case PhoneState.Locked ignored -> Check.of(Step.PHONE_APP, StepState.YOUR_TURN, Fault.PHONE_LOCKED);
            case PhoneState.AskingTrust ignored ->
                Check.of(Step.TRUST, StepState.YOUR_TURN, Fault.COMPUTER_NOT_TRUSTED);
            case PhoneState.Ready ready -> withBoard(ready.board(), seen);
        };
    }

    private static Check withoutPhone(Observation seen) {
        Optional<SeenDevice> furthest = seen.devices().stream().max(Comparator.comparing(Diagnosis::reached));
        if (furthest.isPresent()) {
            Optional<Fault> why = furthest.get().fault();
            return why.map(fault -> bad(seen, fault)).orElseGet(() -> Check.of(Step.TRUST, StepState.NOT_CHECKED));
        }
        boolean noUsb = seen.anyUsb().equals(Optional.of(false));
        return noUsb
                ? Check.of(Step.CABLE, StepState.BAD, Fault.USB_MISSING)
                : Check.of(Step.DATA_LINES, StepState.BAD, Fault.NO_DATA_LINES);
    }

    private static Step reached(SeenDevice device) {
        return device.fault().map(Diagnosis::step).orElse(Step.TRUST);
    }

    private static Step step(Fault fault) {
        return STEPS.getOrDefault(fault, Step.PHONE_APP);
    }

    private static Check bad(Observation seen, Fault why) {
        Optional<String> rule = seen.devices().stream()
                .filter(device -> device.fault().equals(Optional.of(why)))
                .flatMap(device -> device.udevRule().stream())
                .findFirst();
        return new Check(step(why), StepState.BAD, Optional.of(why), rule);
    }

    private static Check withBoard(List<SlotInfo> board, Observation seen) {
        if (board.isEmpty()) {
            return Check.of(Step.CHIP, StepState.BAD, Fault.NOT_AVAILABLE);
        }
        if (board.stream().noneMatch(slot -> canPay(slot, seen.at()))) {
            return Check.of(Step.CHIP, StepState.BAD, whyNot(board.getFirst(), seen.at()));
        }
        return seen.bank()
                .map(why -> Check.of(Step.BANK, StepState.BAD, why))
                .orElseGet(() -> Check.of(Step.BANK, StepState.NOT_CHECKED));
    }

    private static boolean canPay(SlotInfo slot, Instant at) {
        return slot.enabled() && at.isBefore(slot.validUntil());
    }

    private static Fault whyNot(SlotInfo slot, Instant at) {
        if (!at.isBefore(slot.validUntil())) {
            return Fault.CERTIFICATE_EXPIRED;
        }
        return slot.attemptsLeft() == 0 ? Fault.CERTIFICATE_VOID : Fault.NOT_AVAILABLE;
    }
}
