package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.Computer;
import io.tetherkey.desktop.phone.PhoneDesk;
import io.tetherkey.desktop.phone.PhoneRack;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.phones.PhonesViewModel;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.seal.RandomSource;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PhoneControlsTest {

    private final PhonesViewModel window = new PhonesViewModel(new Texts(Language.ENGLISH));
    private final Computer computer = new Computer(new byte[16], "PC");
    private final PhoneControls controls = new PhoneControls(
            window,
            new PhoneRack(new PhoneDesk(computer, RandomSource.secure(), state -> {}), computer, phones -> {}),
            new DirectRunner());

    @Test
    void phoneIsBoundByWhateverIsUnderWayAndFreeAfterwards() {
        controls.flowChanged(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(window.boundProperty().get()).isTrue();
        controls.slotsChanged(Samples.slotAtPhone(Stage.CHOOSE_PAYMENT_KEY));
        controls.flowChanged(new FlowState.AtRest());
        assertThat(window.boundProperty().get()).isTrue();
        controls.slotsChanged(new EnrolmentState.AtRest(3));
        assertThat(window.boundProperty().get()).isFalse();
    }

    @Test
    void orderThatIsLookedAtLeavesTheChoiceToTheUser() {
        controls.flowChanged(new FlowState.OrderShown(Samples.ORDER));
        assertThat(window.boundProperty().get()).isFalse();
    }

    @Test
    void loginBindsThePhoneToo() {
        controls.flowChanged(LoginSamples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(window.boundProperty().get()).isTrue();
        controls.flowChanged(new LoginState.AtRest(9));
        assertThat(window.boundProperty().get()).isFalse();
    }
}
