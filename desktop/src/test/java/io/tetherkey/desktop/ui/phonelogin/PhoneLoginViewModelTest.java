package io.tetherkey.desktop.ui.phonelogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.LoginSamples;
import io.tetherkey.desktop.ui.RecordingLogins;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.ladder.RungState;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Stage;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhoneLoginViewModelTest {

    private final RecordingLogins control = new RecordingLogins();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final PhoneLoginViewModel login =
            new PhoneLoginViewModel(texts, Samples.CLOCK, new DirectRunner(), control);

    @BeforeEach
    void plugIn() {
        login.show(Samples.READY);
    }

    private RungState rung(LoginRungName name) {
        return login.progress().rungs().get(name.ordinal()).state();
    }

    @Test
    void questionNamesTheBankOfTheDirectoryAndHowLongTheLinkIsGood() {
        login.show(LoginSamples.asked());
        assertThat(login.screenProperty().get()).isEqualTo(LoginScreen.QUESTION);
        assertThat(login.bankProperty().get()).isEqualTo("Harbour Bank");
        assertThat(login.untilProperty().get()).isEqualTo("The link expires in 1:00.");
        login.proceed();
        assertThat(control.done).containsExactly("proceed");
    }

    @Test
    void formIsSentOnlyWhenItIsCompleteAndAPhoneIsThere() {
        login.show(LoginSamples.form());
        login.submit();
        login.userNameProperty().set(" alice ");
        login.passwordProperty().set("secret");
        login.show(new PhoneState.Absent());
        login.submit();
        assertThat(control.done).isEmpty();
        assertThat(login.progress().nowProperty().get()).isEqualTo("Plug your phone in.");

        login.show(Samples.READY);
        login.submit();
        assertThat(control.done).containsExactly("submit alice secret");
        assertThat(login.passwordProperty().get()).isEmpty();
    }

    @Test
    void passwordIsGoneWhenTheFormIs() {
        login.show(LoginSamples.form());
        login.passwordProperty().set("secret");
        login.show(LoginSamples.ended(new LoginState.Result.Cancelled()));
        assertThat(login.passwordProperty().get()).isEmpty();
        assertThat(login.screenProperty().get()).isEqualTo(LoginScreen.NONE);
    }

    @Test
    void ladderFollowsThePhone() {
        login.show(LoginSamples.atPhone(Stage.ENTER_PAYMENT_KEY, OptionalInt.of(10)));
        assertThat(rung(LoginRungName.LOGIN)).isEqualTo(RungState.DONE);
        assertThat(rung(LoginRungName.PAYMENT_KEY)).isEqualTo(RungState.WAITING_FOR_YOU);
        assertThat(login.progress().leftProperty().get()).isEqualTo("The phone waits 1:30 more.");

        login.show(LoginSamples.atPhone(Stage.PAYMENT_KEY_WRONG, OptionalInt.of(9)));
        assertThat(login.progress().nowProperty().get()).startsWith("Wrong payment key, 9 tries left.");
        assertThat(login.progress().toneProperty().get()).isEqualTo(Tone.BAD);

        login.show(LoginSamples.completing());
        assertThat(rung(LoginRungName.BROWSER)).isEqualTo(RungState.WORKING);
    }

    @Test
    void bankThatIsAwayIsToldWithItsCode() {
        login.show(LoginSamples.bankAway());
        assertThat(login.progress().faultProperty().get().orElseThrow().code()).isEqualTo("TK-601");
        assertThat(login.bankAwayProperty().get()).isTrue();
    }

    @Test
    void codeIsHiddenUntilTheUserAsksForItAndAgainAtTheNextResult() {
        login.show(LoginSamples.ended(new LoginState.Result.LoggedIn("12345678")));
        var result = login.result();
        assertThat(result.ending().titleProperty().get()).isEqualTo("Logged in");
        assertThat(result.completionProperty().get()).isEmpty();
        result.codeWantedProperty().set(true);
        assertThat(result.completionProperty().get()).isEqualTo("1234 5678");

        login.show(LoginSamples.ended(new LoginState.Result.LoggedIn("87654321")));
        assertThat(result.completionProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultFailsExactlyOneStep(Fault fault) {
        login.show(LoginSamples.failed(fault));
        assertThat(login.result().ending().faultProperty().get().orElseThrow().code())
                .isEqualTo(fault.code());
        assertThat(login.progress().rungs())
                .filteredOn(each -> each.state() == RungState.FAILED)
                .hasSize(1);
    }

    @Test
    void languageChangesAtOnce() {
        login.show(LoginSamples.ended(new LoginState.Result.LoggedIn("12345678")));
        texts.languageProperty().set(Language.CHINESE);
        assertThat(login.result().ending().titleProperty().get()).isEqualTo("已登录");
        assertThat(login.bankProperty().get()).isEqualTo("港湾银行");
    }
}
