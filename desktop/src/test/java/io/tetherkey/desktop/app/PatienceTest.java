package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void wrongPaymentKeyIsNamedWithTheTriesThatAreLeft() {
        assertThat(Patience.verdict(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(7)), Samples.READY))
                .isEqualTo(new Patience.Verdict(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(7)));
    }

    @Test
    void phoneThatWaitsForItsUserIsNamed() {
        assertThat(fault(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)), Samples.READY))
                .isEqualTo(Fault.PHONE_TIMED_OUT);
        assertThat(fault(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.empty()), Samples.READY))
                .isEqualTo(Fault.PHONE_TIMED_OUT);
        assertThat(fault(new FlowState.OrderShown(Samples.ORDER), new PhoneState.AskingTrust("phone")))
                .isEqualTo(Fault.PHONE_TIMED_OUT);
    }

    @Test
    void lockedPhoneIsNamedWhereverItIsWaitedFor() {
        assertThat(fault(at(WaitReason.WAIT_UNLOCK, Stage.PAYMENT_KEY_WRONG, 30), Samples.READY))
                .isEqualTo(Fault.PHONE_LOCKED);
        assertThat(fault(new FlowState.OrderShown(Samples.ORDER), new PhoneState.Locked("phone")))
                .isEqualTo(Fault.PHONE_LOCKED);
        assertThat(fault(Samples.phoneAway(), new PhoneState.Locked("phone"))).isEqualTo(Fault.PHONE_LOCKED);
    }

    @Test
    void everythingElseIsATimeOut() {
        assertThat(fault(at(WaitReason.PROCESSING, Stage.OPENING, 30), Samples.READY))
                .isEqualTo(Fault.TIMED_OUT);
        assertThat(fault(new FlowState.OrderShown(Samples.ORDER), new PhoneState.Absent()))
                .isEqualTo(Fault.TIMED_OUT);
    }

    @Test
    void secondsThatRunDownOnThePhoneAreNoProgress() {
        assertThat(Patience.mark(at(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 29), Samples.READY))
                .isEqualTo(Patience.mark(at(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 30), Samples.READY));
    }

    @Test
    void stageAndTriesAndPhoneAreProgress() {
        var asked = Patience.mark(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9)), Samples.READY);
        assertThat(asked)
                .isNotEqualTo(Patience.mark(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(8)), Samples.READY))
                .isNotEqualTo(Patience.mark(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(9)), Samples.READY))
                .isNotEqualTo(Patience.mark(
                        Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9)), new PhoneState.Absent()));
    }

    @Test
    void usualTimeIs45Seconds() {
        assertThat(DriveSettings.read(List.of()).timeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(DriveSettings.read(List.of("timeoutSeconds=7")).timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    private static Fault fault(FlowState flow, PhoneState phone) {
        return Patience.verdict(flow, phone).fault();
    }

    private static FlowState at(WaitReason reason, Stage stage, int seconds) {
        return new FlowState.AtPhone(
                Samples.journey(2, stage),
                5,
                Samples.relay(),
                new PhoneStatus(reason, stage, seconds, OptionalInt.empty()));
    }
}
