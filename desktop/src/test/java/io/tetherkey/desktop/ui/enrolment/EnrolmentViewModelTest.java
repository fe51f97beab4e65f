package io.tetherkey.desktop.ui.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.EnrolmentState.Result;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.RecordingSlots;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of banks without a toolkit. */
class EnrolmentViewModelTest {

    private final Texts texts = new Texts(Language.ENGLISH);
    private final RecordingSlots control = new RecordingSlots();
    private final DirectRunner runner = new DirectRunner();
    private final EnrolmentViewModel enrolment =
            new EnrolmentViewModel(texts, Samples.CLOCK, runner, Samples.BANKS, control);

    private static SlotInfo slot(boolean enabled, Instant validUntil) {
        return new SlotInfo("jade-1", "jade", "Jade Bank", "翡翠银行", 2, enabled, validUntil, 10, SlotResult.NONE);
    }

    private void phoneWith(SlotInfo... board) {
        enrolment.show(new PhoneState.Ready("phone", List.of(board)));
    }

    private void choose(String bankId) {
        enrolment.chosenBankProperty().set(bankId);
        enrolment.userNameProperty().set(" alice ");
    }

    @Test
    void banksOfTheDirectoryAreOfferedWithWhatThePhoneHoldsOfThem() {
        enrolment.show(Samples.READY);
        assertThat(enrolment.choices())
                .extracting(EnrolmentChoice::bankId, EnrolmentChoice::action)
                .containsExactly(
                        tuple("harbour", SlotAction.RENEW),
                        tuple("jade", SlotAction.RENEW),
                        tuple("summit", SlotAction.SET_UP_AGAIN));
        enrolment.show(new PhoneState.Absent());
        assertThat(enrolment.choices()).isEmpty();
    }

    @Test
    void emptyPhoneIsSetUp() {
        phoneWith();
        choose("jade");
        enrolment.submit();
        assertThat(control.calls).containsExactly("SetUp jade alice");
    }

    @Test
    void voidSlotIsSetUpAgain() {
        phoneWith(slot(false, Samples.NOW.plus(Duration.ofDays(500))));
        choose("jade");
        enrolment.submit();
        assertThat(control.calls).containsExactly("SetUp jade alice");
    }

    @Test
    void expiredSlotIsSetUpAgainAndAnEnabledOneRenewed() {
        phoneWith(slot(true, Samples.NOW));
        choose("jade");
        enrolment.submit();
        phoneWith(slot(true, Samples.NOW.plusSeconds(1)));
        enrolment.submit();
        assertThat(control.calls).containsExactly("SetUp jade alice", "Renew jade alice");
    }

    @Test
    void formIsCompleteWithABankOnThePhonesBoardAndAUserName() {
        choose("jade");
        assertThat(enrolment.completeProperty().get()).as("without a phone").isFalse();
        phoneWith();
        assertThat(enrolment.completeProperty().get()).isTrue();
        enrolment.userNameProperty().set("  ");
        assertThat(enrolment.completeProperty().get()).as("without a user").isFalse();
        enrolment.userNameProperty().set("名".repeat(43));
        assertThat(enrolment.completeProperty().get()).as("129 bytes").isFalse();
        enrolment.submit();
        assertThat(control.calls).isEmpty();
    }

    @Test
    void boardOffersWhatASlotNeeds() {
        var later = Samples.NOW.plus(SlotAction.EXPIRES_SOON);
        assertThat(SlotAction.offered(slot(false, later), Samples.NOW))
                .containsExactly(SlotAction.SET_UP_AGAIN, SlotAction.REMOVE);
        assertThat(SlotAction.offered(slot(true, Samples.NOW), Samples.NOW))
                .containsExactly(SlotAction.SET_UP_AGAIN, SlotAction.REMOVE);
        assertThat(SlotAction.offered(slot(true, later.minusSeconds(1)), Samples.NOW))
                .containsExactly(SlotAction.RENEW);
        assertThat(SlotAction.offered(slot(true, later), Samples.NOW)).isEmpty();
        assertThat(SlotAction.main(Optional.empty(), Samples.NOW)).isEqualTo(SlotAction.SET_UP);
    }

    @Test
    void removalOfTheBoardBeginsAtOnce() {
        phoneWith(slot(false, Samples.NOW));
        enrolment.act("jade", SlotAction.REMOVE);
        assertThat(control.calls).containsExactly("Remove jade ");
        assertThat(enrolment.isOnPhone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENTER_ACTIVATION_CODE | Enter the activation code from the bank’s letter on your phone. | YOUR_TURN",
                "CHOOSE_PAYMENT_KEY | Choose the payment key on the phone: six digits that only you know. | YOUR_TURN",
                "REPEAT_PAYMENT_KEY | Enter the payment key on the phone once more. | YOUR_TURN",
                "CONFIRM_RENEWAL | Confirm the renewal on the phone. | YOUR_TURN",
                "CONFIRM_DELETION | Confirm the removal on the phone. | YOUR_TURN",
                "FINISHING | The phone is working… | WORKING"
            })
    void stageOfThePhoneIsMirrored(Stage stage, String words, Tone tone) {
        enrolment.show(Samples.slotAtPhone(stage));
        assertThat(enrolment.screenProperty().get()).isEqualTo(EnrolmentScreen.UNDER_WAY);
        assertThat(enrolment.progress().underWay().nowProperty().get()).isEqualTo(words);
        assertThat(enrolment.progress().underWay().toneProperty().get()).isEqualTo(tone);
    }

    @Test
    void wrongCodeIsToldWithItsCodeAndTheTriesLeft() {
        enrolment.show(Samples.slotEnded(new Result.Failed(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(3))));
        var progress = enrolment.progress();
        assertThat(progress.ending().faultProperty().get()).hasValueSatisfying(told -> {
            assertThat(told.code()).isEqualTo("TK-405");
            assertThat(told.tries()).isEqualTo("One try was counted. 3 tries left for this activation code.");
        });
        assertThat(progress.canRetryProperty().get()).isTrue();
        enrolment.show(Samples.slotEnded(new Result.Failed(Fault.ACTIVATION_CODE_WRONG, OptionalInt.of(0))));
        assertThat(progress.ending().faultProperty().get().orElseThrow().tries())
                .endsWith("No tries left for this activation code: ask the bank for a new letter.");
    }

    @Test
    void enabledSlotIsToldInTheChosenLanguage() {
        enrolment.show(Samples.slotEnded(new Result.Done()));
        assertThat(enrolment.progress().ending().titleProperty().get()).isEqualTo("Payment enabled");
        texts.languageProperty().set(Language.CHINESE);
        assertThat(enrolment.progress().ending().titleProperty().get()).isEqualTo("已开通支付");
        assertThat(enrolment.progress().ending().sentenceProperty().get()).contains("峰顶银行");
    }

    @Test
    void onlyBankThatAShopTakesIsChosen() {
        enrolment.show(Samples.NO_BANK);
        enrolment.suggest(bank -> true);
        assertThat(enrolment.chosenBankProperty().get()).isEmpty();
        enrolment.suggest("jade"::equals);
        assertThat(enrolment.chosenBankProperty().get()).isEqualTo("jade");
    }

    @Test
    void bankThatWasSetUpIsNotOfferedToBeRenewedAtOnce() {
        enrolment.chosenBankProperty().set("summit");
        enrolment.show(Samples.slotEnded(new Result.Done()));
        assertThat(enrolment.isSetUp()).isTrue();
        enrolment.show(new EnrolmentState.AtRest(9));
        assertThat(enrolment.isSetUp()).isFalse();
        assertThat(enrolment.chosenBankProperty().get()).isEmpty();
    }

    @Test
    void changeThatTakesLongOffersTheDiagnosis() {
        enrolment.show(Samples.slotAtPhone(Stage.FINISHING));
        assertThat(enrolment.progress().underWay().stuckProperty().get()).isFalse();
        runner.pass();
        assertThat(enrolment.progress().underWay().stuckProperty().get()).isTrue();
    }

    @Test
    void bankOutOfReachCanBeAskedAgain() {
        enrolment.show(Samples.slotBankAway());
        assertThat(enrolment.progress().canRetryProperty().get()).isTrue();
        assertThat(enrolment.progress().underWay().faultProperty().get())
                .hasValueSatisfying(told -> assertThat(told.code()).isEqualTo("TK-601"));
        enrolment.retry();
        assertThat(control.calls).containsExactly("retry");
    }
}
