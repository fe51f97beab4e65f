package io.tetherkey.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final PhoneState NO_PHONE = new PhoneState.Absent();

    private static SeenDevice device(String road, Optional<Fault> fault) {
        return new SeenDevice(
                road + ":x",
                road,
                "04e8:6860/1",
                "Phone",
                OptionalInt.of(0x04E8),
                OptionalInt.of(0x6860),
                fault,
                Optional.empty());
    }

    private static SlotInfo slot(boolean enabled, Instant until, int attempts) {
        return new SlotInfo("s", "harbour", "Harbour", "港湾", 1, enabled, until, attempts, SlotResult.NONE);
    }

    private static Observation seen(PhoneState phone, SeenDevice... devices) {
        return new Observation(Optional.of(true), List.of(devices), phone, Optional.empty(), NOW);
    }

    /** The first rung that is not good. */
    private static Check stop(Observation seen) {
        return Diagnosis.of(seen).stream()
                .filter(check -> check.state() != StepState.GOOD)
                .filter(check -> check.step() != Step.CABLE || check.fault().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static void stopsAt(Observation seen, Step step, StepState state, Fault fault) {
        Check stop = stop(seen);
        assertThat(stop.step()).isEqualTo(step);
        assertThat(stop.state()).isEqualTo(state);
        assertThat(stop.fault()).contains(fault);
    }

    @Test
    void everyRungIsThereOnceAndThoseAboveTheBadOneAreNotChecked() {
        List<Check> checks = Diagnosis.of(seen(NO_PHONE, device("serial", Optional.of(Fault.PHONE_FORBIDDEN))));

        assertThat(checks).extracting(Check::step).containsExactly(Step.values());
        assertThat(checks)
                .extracting(Check::state)
                .containsExactly(
                        StepState.GOOD,
                        StepState.GOOD,
                        StepState.BAD,
                        StepState.NOT_CHECKED,
                        StepState.NOT_CHECKED,
                        StepState.NOT_CHECKED,
                        StepState.NOT_CHECKED,
                        StepState.NOT_CHECKED);
    }

    @Test
    void computerWithoutUsbIsToldFromACableThatShowsNothing() {
        stopsAt(
                new Observation(Optional.of(false), List.of(), NO_PHONE, Optional.empty(), NOW),
                Step.CABLE,
                StepState.BAD,
                Fault.USB_MISSING);
        stopsAt(seen(NO_PHONE), Step.DATA_LINES, StepState.BAD, Fault.NO_DATA_LINES);
        assertThat(Diagnosis.of(seen(NO_PHONE)).getFirst().state()).isEqualTo(StepState.YOUR_TURN);
        stopsAt(
                new Observation(Optional.empty(), List.of(), NO_PHONE, Optional.empty(), NOW),
                Step.DATA_LINES,
                StepState.BAD,
                Fault.NO_DATA_LINES);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_FORBIDDEN,PERMISSION",
        "PHONE_HELD,PERMISSION",
        "LIBRARY_MISSING,PERMISSION",
        "PHONE_NOT_NEARBY,PERMISSION",
        "PHONE_IN_OTHER_MODE,PHONE_MODE",
        "PHONE_SILENT,PHONE_APP",
        "PHONE_LEFT_ALONE,PHONE_APP",
        "PHONE_INCOMPATIBLE,PHONE_APP",
        "PHONE_FAILED,PHONE_APP"
    })
    void eachReasonWhyADeviceCannotBeUsedHasItsRung(Fault fault, Step step) {
        stopsAt(seen(NO_PHONE, device("usb", Optional.of(fault))), step, StepState.BAD, fault);
        stopsAt(seen(new PhoneState.Unusable(fault)), step, StepState.BAD, fault);
    }

    @Test
    void deviceThatGetsFurthestCounts() {
        stopsAt(
                seen(
                        NO_PHONE,
                        device("usb", Optional.of(Fault.PHONE_FORBIDDEN)),
                        device("serial", Optional.of(Fault.PHONE_SILENT)),
                        device("usb", Optional.of(Fault.PHONE_IN_OTHER_MODE))),
                Step.PHONE_APP,
                StepState.BAD,
                Fault.PHONE_SILENT);
    }

    @Test
    void forbiddenDeviceComesWithTheExactUdevLine() {
        assertThat(stop(seen(NO_PHONE, device("usb", Optional.of(Fault.PHONE_FORBIDDEN))))
                        .udevRule())
                .contains("SUBSYSTEM==\"usb\", ATTR{idVendor}==\"04e8\", ATTR{idProduct}==\"6860\", TAG+=\"uaccess\"");
        assertThat(stop(seen(NO_PHONE, device("serial", Optional.of(Fault.PHONE_FORBIDDEN))))
                        .udevRule())
                .contains("SUBSYSTEM==\"tty\", ATTRS{idVendor}==\"04e8\", ATTRS{idProduct}==\"6860\", "
                        + "TAG+=\"uaccess\", ENV{ID_MM_DEVICE_IGNORE}=\"1\"");
        assertThat(stop(seen(NO_PHONE, device("usb", Optional.of(Fault.PHONE_HELD))))
                        .udevRule())
                .isEmpty();
    }

    @Test
    void phoneThatTalksIsJudgedByItselfWhateverElseIsPluggedIn() {
        SeenDevice held = device("serial", Optional.of(Fault.PHONE_HELD));
        stopsAt(seen(new PhoneState.Locked("P"), held), Step.PHONE_APP, StepState.YOUR_TURN, Fault.PHONE_LOCKED);
        stopsAt(
                seen(new PhoneState.AskingTrust("P"), held),
                Step.TRUST,
                StepState.YOUR_TURN,
                Fault.COMPUTER_NOT_TRUSTED);
        stopsAt(
                seen(new PhoneState.Unusable(Fault.DECLINED_ON_PHONE), held),
                Step.TRUST,
                StepState.BAD,
                Fault.DECLINED_ON_PHONE);
    }

    @Test
    void chipNeedsOneBankThatCanPay() {
        Instant later = NOW.plusSeconds(60);
        stopsAt(seen(new PhoneState.Ready("P", List.of())), Step.CHIP, StepState.BAD, Fault.NOT_AVAILABLE);
        stopsAt(
                seen(new PhoneState.Ready("P", List.of(slot(true, NOW, 10)))),
                Step.CHIP,
                StepState.BAD,
                Fault.CERTIFICATE_EXPIRED);
        stopsAt(
                seen(new PhoneState.Ready("P", List.of(slot(false, later, 0)))),
                Step.CHIP,
                StepState.BAD,
                Fault.CERTIFICATE_VOID);
        assertThat(stop(seen(new PhoneState.Ready("P", List.of(slot(false, later, 0), slot(true, later, 3)))))
                        .step())
                .isEqualTo(Step.BANK);
    }

    @Test
    void bankIsJudgedByItsLastAnswer() {
        PhoneState ready = new PhoneState.Ready("P", List.of(slot(true, NOW.plusSeconds(60), 10)));
        assertThat(stop(seen(ready)).state()).isEqualTo(StepState.NOT_CHECKED);
        stopsAt(
                new Observation(Optional.of(true), List.of(), ready, Optional.of(Fault.BANK_UNREACHABLE), NOW),
                Step.BANK,
                StepState.BAD,
                Fault.BANK_UNREACHABLE);
    }
}
