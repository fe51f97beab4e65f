package io.tetherkey.desktop.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Tray;
import org.junit.jupiter.api.Test;

class BehaviourViewModelTest {

    private final BehaviourViewModel behaviour = new BehaviourViewModel();

    @Test
    void windowThatIsClosedQuitsUnlessTheTrayWasChosen() {
        assertThat(behaviour.closesTo()).isEqualTo(Closing.QUIT);
        behaviour.show(Tray.Presence.SHOWN);
        assertThat(behaviour.closesTo()).isEqualTo(Closing.QUIT);
        behaviour.closingProperty().set(Closing.TRAY);
        assertThat(behaviour.closesTo()).isEqualTo(Closing.TRAY);
    }

    @Test
    void choiceOfTheTrayHoldsOnlyWhileThereIsOneAndIsKept() {
        behaviour.closingProperty().set(Closing.TRAY);
        assertThat(behaviour.closesTo()).isEqualTo(Closing.QUIT);
        behaviour.show(Tray.Presence.ABSENT);
        assertThat(behaviour.closesTo()).isEqualTo(Closing.QUIT);
        behaviour.show(Tray.Presence.SHOWN);
        assertThat(behaviour.closesTo()).isEqualTo(Closing.TRAY);
    }
}
