package io.tetherkey.desktop.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Notice;
import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionViewModelTest {

    private final List<String> said = new ArrayList<>();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final AttentionViewModel attention = new AttentionViewModel(texts);

    @BeforeEach
    void listen() {
        attention.notify(new Notifier() {
            @Override
            public void show(Notice notice) {
                said.add(notice.text());
            }

            @Override
            public void withdraw() {
                said.add("withdrawn");
            }

            @Override
            public void leave() {}

            @Override
            public void close() {}
        });
    }

    @Test
    void whoLooksAtTheWindowIsNotCalled() {
        attention.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        assertThat(said).isEmpty();
    }

    @Test
    void eachThingThatBeginsToWaitIsToldOnce() {
        attention.inFrontProperty().set(false);
        attention.show(Samples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        attention.show(Samples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9)));
        attention.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(9)));
        attention.show(Samples.phoneAway());
        attention.show(Samples.finished(new Outcome.Declined()));
        assertThat(said)
                .containsExactly(
                        "Your phone asks for the payment key.",
                        "Your phone asks you to compare and approve.",
                        "Your phone is needed: plug it in and unlock it.",
                        "There is a result. Open TetherKey to see it.");
    }

    @Test
    void loginCallsForTheUserAndOnceMoreForThePhone() {
        attention.inFrontProperty().set(false);
        attention.show(LoginSamples.asked());
        attention.show(LoginSamples.form());
        attention.show(LoginSamples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        attention.show(LoginSamples.ended(new LoginState.Result.LoggedIn("12345678")));
        assertThat(said)
                .containsExactly(
                        "A bank’s page asks you to log in.", "Your phone asks for the payment key.", "withdrawn");
    }

    @Test
    void callIsTakenBackWhenTheWindowIsLookedAt() {
        attention.inFrontProperty().set(false);
        attention.show(Samples.bankAway());
        attention.inFrontProperty().set(true);
        assertThat(said).containsExactly("The bank cannot be reached. Open TetherKey to go on.", "withdrawn");
    }

    @Test
    void callIsTakenBackWhenNothingWaitsAnyMore() {
        attention.inFrontProperty().set(false);
        attention.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        attention.show(Samples.finished(new Outcome.Cancelled()));
        assertThat(said).last().isEqualTo("withdrawn");
    }

    @Test
    void whatWasSeenInFrontIsNotToldWhenTheUserTurnsAway() {
        attention.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        attention.inFrontProperty().set(false);
        attention.show(Samples.atPhone(Stage.CONFIRM_PAYMENT, OptionalInt.of(10)));
        assertThat(said).isEmpty();
    }

    @Test
    void changeOfABankCallsToo() {
        attention.inFrontProperty().set(false);
        attention.show(Samples.slotAtPhone(Stage.CHOOSE_PAYMENT_KEY));
        attention.show(Samples.slotEnded(new EnrolmentState.Result.Done()));
        assertThat(said)
                .containsExactly(
                        "Setting up your bank goes on at the phone.", "There is a result. Open TetherKey to see it.");
    }

    @Test
    void orderIsToldWithoutWhatItSays() {
        attention.inFrontProperty().set(false);
        attention.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(said).containsExactly("A shop asks for a payment.");
    }

    /** A notice may be read on a locked screen: it has no place for a name or a number. */
    @ParameterizedTest
    @EnumSource(Matter.class)
    void noSentenceTakesAnythingIn(Matter matter) {
        for (Language language : Language.values()) {
            assertThat(new Texts(language).get(matter.key())).isNotBlank().doesNotContain("{");
        }
    }
}
