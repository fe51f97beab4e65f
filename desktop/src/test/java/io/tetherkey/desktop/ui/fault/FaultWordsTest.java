package io.tetherkey.desktop.ui.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.RecordingControl;
import io.tetherkey.desktop.ui.RecordingLogins;
import io.tetherkey.desktop.ui.RecordingSlots;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.settings.SettingsViewModel;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.message.Actor;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong, the window says it in the words of the catalogue, in the language that is chosen. */
class FaultWordsTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultThatEndsAPaymentOrAnEnrolmentIsToldInFull(Fault fault) {
        for (Language language : Language.values()) {
            WindowViewModel window = window(language);
            window.show(Samples.finished(new Outcome.Failed(fault, OptionalInt.empty())));
            FaultWords paid = window.result().ending().faultProperty().get().orElseThrow();
            assertTold(paid, fault, language);
            assertThat(paid.tries()).startsWith(fault.counting().sentence(language.locale()));
            window.show(Samples.slotEnded(new EnrolmentState.Result.Failed(fault, OptionalInt.empty())));
            assertTold(
                    window.enrolment().progress().ending().faultProperty().get().orElseThrow(), fault, language);
            window.tell(fault);
            assertThat(window.announcement().textProperty().get())
                    .contains(fault.sentence(language.locale()), fault.remedy(language.locale()));
        }
    }

    private static void assertTold(FaultWords told, Fault fault, Language language) {
        assertThat(told.title()).isEqualTo(fault.title(language.locale()));
        assertThat(told.cause()).isEqualTo(fault.sentence(language.locale()));
        assertThat(told.remedy()).isEqualTo(fault.remedy(language.locale()));
        boolean another = fault.actor() != Actor.YOU && fault.actor() != Actor.NOBODY;
        assertThat(told.who()).endsWith(another ? fault.actor().label(language.locale()) : "");
        assertThat(told.who().isEmpty()).isNotEqualTo(another);
        assertThat(told.code()).isEqualTo(fault.code());
    }

    @Test
    void triesThatAreLeftAreNotCalledUncountedAfterAnEarlierWrongKey() {
        WindowViewModel window = window(Language.ENGLISH);
        window.show(Samples.finished(new Outcome.Failed(Fault.PHONE_TIMED_OUT, OptionalInt.of(9))));
        assertThat(window.result().ending().faultProperty().get().orElseThrow().tries())
                .isEqualTo("9 of 10 tries left.");
    }

    @Test
    void beforeThePaymentKeyIsAskedForNothingIsSaidOfTries() {
        WindowViewModel window = window(Language.ENGLISH);
        window.show(new FlowState.Finished(
                Samples.journey(1, Stage.OPENING), new Outcome.Failed(Fault.WRONG_PASSWORD, OptionalInt.empty())));
        assertThat(window.result().ending().faultProperty().get().orElseThrow().tries())
                .isEmpty();
    }

    @Test
    void spentCertificateOffersToSetTheBankUpAgainAndNothingElse() {
        WindowViewModel window = window(Language.ENGLISH);
        window.show(Samples.finished(new Outcome.Failed(Fault.CERTIFICATE_EXPIRED, OptionalInt.empty())));
        assertThat(window.result().spentProperty().get()).isTrue();
        assertThat(window.result().canRetryProperty().get()).isFalse();
    }

    @Test
    void voidCertificateSaysFirstThatTheOrderWasNotPaid() {
        WindowViewModel window = window(Language.ENGLISH);
        window.show(Samples.finished(new Outcome.Voided()));
        assertThat(window.result().ending().spokenProperty().getValue()).startsWith("This order was not paid. ");
    }

    @Test
    void wordsFollowTheLanguageWhileTheyAreShown() {
        WindowViewModel window = window(Language.ENGLISH);
        window.show(Samples.finished(new Outcome.Failed(Fault.WRONG_PAYMENT_KEY, OptionalInt.of(9))));
        window.languageProperty().set(Language.CHINESE);
        FaultWords told = window.result().ending().faultProperty().get().orElseThrow();
        assertThat(told.title()).isEqualTo("支付密钥错误");
        assertThat(told.tries()).startsWith("已扣除一次机会。");
    }

    @Test
    void whereTheHeadingSaysTheTitleItIsNotSaidTwice() {
        FaultWords told = FaultWords.of(Fault.PHONE_FORBIDDEN, new Texts(Language.ENGLISH));
        assertThat(told.tries()).isEmpty();
        assertThat(told.untitled().title()).isEmpty();
        assertThat(told.untitled().withRemedy("Wait.").aloud()).isEqualTo(told.cause() + " Wait.");
    }

    private static WindowViewModel window(Language language) {
        return new WindowViewModel(
                new SettingsViewModel(new Texts(language), new Looks(language, Theme.LIGHT, true, 100)),
                new WindowViewModel.Trust.Listed(Samples.BANKS, true),
                new WindowViewModel.Controls(new RecordingControl(), new RecordingSlots(), new RecordingLogins()),
                link -> {},
                new DirectRunner(),
                Samples.CLOCK);
    }
}
