package io.tetherkey.desktop.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.window.LeaveViewModel.Question;
import io.tetherkey.protocol.message.Stage;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaveViewModelTest {

    private final LeaveViewModel leaving = new LeaveViewModel();

    private Question asked() {
        return leaving.questionProperty().get();
    }

    @Test
    void windowAtRestClosesWithoutAQuestion() {
        assertThat(leaving.mayClose()).isTrue();
        leaving.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(leaving.mayClose()).isTrue();
        leaving.show(Samples.finished(new Outcome.Declined()));
        assertThat(leaving.mayClose()).isTrue();
        assertThat(asked()).isEqualTo(Question.NONE);
    }

    @Test
    void paymentUnderWayIsAskedAboutOnce() {
        leaving.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        assertThat(leaving.mayClose()).isFalse();
        assertThat(asked()).isEqualTo(Question.PAYMENT);
        assertThat(leaving.mayClose()).isTrue();
    }

    @Test
    void whoStaysIsAskedAgainTheNextTime() {
        leaving.show(Samples.phoneAway());
        leaving.mayClose();
        leaving.stay();
        assertThat(asked()).isEqualTo(Question.NONE);
        assertThat(leaving.mayClose()).isFalse();
    }

    @Test
    void questionGoesWhenThePaymentIsOver() {
        leaving.show(Samples.bankAway());
        leaving.mayClose();
        leaving.show(Samples.finished(new Outcome.Declined()));
        assertThat(asked()).isEqualTo(Question.NONE);
    }

    @Test
    void changeOfABankIsAskedAboutInItsOwnWords() {
        leaving.show(Samples.slotAtPhone(Stage.CHOOSE_PAYMENT_KEY));
        assertThat(leaving.mayClose()).isFalse();
        assertThat(asked()).isEqualTo(Question.SLOT_CHANGE);
        leaving.show(Samples.slotEnded(new EnrolmentState.Result.Done()));
        assertThat(asked()).isEqualTo(Question.NONE);
    }

    @Test
    void leavingClosesTheWindow() {
        AtomicInteger closed = new AtomicInteger();
        leaving.onLeave(closed::incrementAndGet);
        leaving.show(Samples.phoneAway());
        leaving.mayClose();
        leaving.leave();
        assertThat(closed).hasValue(1);
    }
}
