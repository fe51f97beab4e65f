package io.tetherkey.desktop.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideViewModelTest {

    private final GuideViewModel guide = new GuideViewModel(new Texts(Language.ENGLISH), Samples.CLOCK);

    @Test
    void openQuestionIsNotCalledNothingToPay() {
        guide.show(Samples.READY);
        guide.show(Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE)));
        assertThat(guide.guideProperty().get()).isEqualTo(Guide.OPEN_QUESTION);
        assertThat(guide.titleProperty().get()).isEqualTo("Payment not confirmed yet");
        assertThat(guide.detailProperty().get()).startsWith("Do not pay again.");
    }

    @Test
    void newPhoneIsLedToItsFirstBankStepByStep() {
        List<Guide> seen = new ArrayList<>();
        guide.guideProperty().subscribe((Guide step) -> {
            seen.add(step);
        });
        guide.show(new PhoneState.Greeting());
        guide.show(new PhoneState.Locked("TetherKey"));
        guide.show(new PhoneState.AskingTrust("TetherKey"));
        guide.show(Samples.NO_BANK);
        guide.show(Samples.READY);
        assertThat(seen)
                .containsExactly(
                        Guide.PLUG_IN, Guide.GREETING, Guide.UNLOCK, Guide.TRUST, Guide.SET_UP_BANK, Guide.PAY);
    }

    @Test
    void pictureBearsNoCheckWhileThePhoneIsAwayForAMoment() {
        guide.show(Samples.READY);
        assertThat(guide.pictureProperty().get()).isEqualTo(Guide.PAY);
        guide.show(Samples.RECONNECTING);
        assertThat(guide.pictureProperty().get()).isEqualTo(Guide.GREETING);
        assertThat(guide.guideProperty().get()).isEqualTo(Guide.PAY);
    }

    @Test
    void orderOfAnotherBankAsksForThatBankAndKeepsTheOrder() {
        guide.show(new PhoneState.Ready("TetherKey", List.of(Samples.slot(Samples.JADE, true, 10, SlotResult.PAID))));
        assertThat(guide.guideProperty().get()).isEqualTo(Guide.PAY);
        guide.show(new FlowState.OrderShown(Samples.ORDER));
        assertThat(guide.guideProperty().get()).isEqualTo(Guide.SET_UP_BANK);
        assertThat(guide.detailProperty().get()).contains("The order waits here");
        guide.show(new FlowState.AtRest());
        assertThat(guide.guideProperty().get()).isEqualTo(Guide.PAY);
    }

    @Test
    void unusablePhoneTellsWhyAndOffersTheDiagnosis() {
        guide.show(new PhoneState.Unusable(Fault.PHONE_FORBIDDEN));
        assertThat(guide.titleProperty().get()).isEqualTo("No access to the phone");
        assertThat(guide.faultProperty().get().orElseThrow().cause()).contains("does not let you open it");
        assertThat(guide.actionProperty().get()).isEqualTo("Find out why");
    }

    @Test
    void phoneThatIsLeftAloneIsAskedAgainByItsButton() {
        List<Guide> taken = new ArrayList<>();
        guide.onAction(taken::add);
        guide.show(new PhoneState.Unusable(Fault.PHONE_LEFT_ALONE));
        assertThat(guide.actionProperty().get()).isEqualTo("Check again");
        guide.act();
        assertThat(taken).containsExactly(Guide.ASK_AGAIN);
    }

    @Test
    void buttonIsOfferedOnlyWhereHandsAreNotEnough() {
        List<Guide> taken = new ArrayList<>();
        guide.onAction(taken::add);
        guide.show(new PhoneState.Locked("TetherKey"));
        assertThat(guide.actionProperty().get()).isEmpty();
        guide.show(Samples.NO_BANK);
        assertThat(guide.actionProperty().get()).isEqualTo("Set up a bank");
        guide.act();
        assertThat(taken).containsExactly(Guide.SET_UP_BANK);
    }
}
