package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Cable;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.Flash;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.phone.screen.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A phone with an empty flash is set up in the window, with the real bank")
@TetherKeyTest(cable = Cable.TCP, flash = Flash.EMPTY)
class EnrolmentIT {

    private static final String KEY = "204816";
    private static final String OTHER_KEY = "731902";

    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PhoneInHand phone;

    @SuppressWarnings("NullAway.Init")
    private WindowOnTest window;

    @BeforeEach
    void firstContact(DemoSite demo, PhoneInHand held, WindowOnTest shown) {
        site = demo;
        phone = held;
        window = shown;
        phone.trustComputer();
        window.expect("#phone-detail", "Connected and ready");
        window.expect("#board-empty", "This phone holds no bank yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void emptyPhoneIsSetUpAndPays(String bank) throws Exception {
        enrol(bank, KEY);
        window.shot("enrolled-" + bank);
        pay(bank, KEY);
    }

    @Test
    void tenWrongPaymentKeysVoidAndSettingUpAgainHelps() throws Exception {
        enrol("harbour", KEY);
        logIn("harbour");
        for (int left = 9; left >= 1; left--) {
            phone.enterKey(OTHER_KEY);
            int now = left;
            phone.expect(Screen.EnterPaymentKey.class, asks -> asks.lastWasWrong() && asks.attemptsLeft() == now);
        }
        phone.enterKey(OTHER_KEY);
        window.expect("#result-title", "Certificate void");
        window.press("#done");
        phone.tidy();
        window.expectShown("#set-up-again-harbour");
        window.press("#set-up-again-harbour");
        assertThat(window.see(() -> window.model().pageProperty().get())).isEqualTo(Page.BANKS);
        submit("harbour", "Set up again");
        phone.enterActivationCode(site.letter("harbour"));
        phone.choosePaymentKey(OTHER_KEY);
        enabled("Payment enabled");
        pay("harbour", OTHER_KEY);
    }

    @Test
    void renewedCertificatePaysWithTheSamePaymentKey() throws Exception {
        enrol("jade", KEY);
        submit("jade", "Renew");
        phone.confirmRenewal();
        enabled("Certificate renewed");
        pay("jade", KEY);
    }

    @Test
    void wrongActivationCodeIsToldAndTheRightOneIsTakenAfterwards() throws Exception {
        String code = site.letter("harbour");
        submit("harbour", "Set up");
        phone.enterActivationCode((code.startsWith("9") ? "0" : "9") + code.substring(1));
        window.expect("#enrol-code", "TK-405");
        assertThat(window.text("#enrol-tries"))
                .isEqualTo("One try was counted. 4 tries left for this activation code.");
        window.press("#enrol-retry");
        phone.enterActivationCode(code);
        phone.choosePaymentKey(KEY);
        enabled("Payment enabled");
    }

    @Test
    void bankThatIsKilledInTheMiddleIsGoneOnWith() throws Exception {
        String code = site.letter("harbour");
        submit("harbour", "Set up");
        phone.expect(Screen.EnterActivationCode.class);
        site.stop();
        phone.enterActivationCode(code);
        window.expectShown("#enrol-bank-retry");
        site.startAgain();
        window.press("#enrol-bank-retry");
        phone.expect(Screen.ChoosePaymentKey.class);
        window.expectGone("#enrol-bank-retry");
        site.stop();
        phone.choosePaymentKey(KEY);
        window.expectShown("#enrol-bank-retry");
        site.startAgain();
        window.press("#enrol-bank-retry");
        enabled("Payment enabled");
        pay("harbour", KEY);
    }

    @Test
    void pulledPhoneGoesOnWhereItWas() throws Exception {
        submit("summit", "Set up");
        phone.enterActivationCode(site.letter("summit"));
        phone.expect(Screen.ChoosePaymentKey.class);
        phone.unplug();
        window.expect("#enrol-now", "Plug the phone in again to continue.");
        phone.plug();
        phone.choosePaymentKey(KEY);
        enabled("Payment enabled");
    }

    @Test
    void removedBankIsGoneFromTheBoard() throws Exception {
        enrol("harbour", KEY);
        choose("harbour");
        window.press("#enrol-remove");
        phone.confirmDeletion();
        enabled("Bank removed");
        window.until(
                "a board without an enabled bank",
                () -> window.model().board().rows().stream().noneMatch(row -> row.tone() == Tone.GOOD));
    }

    private void enrol(String bank, String key) throws Exception {
        submit(bank, "Set up");
        phone.enterActivationCode(site.letter(bank));
        window.expect("#enrol-now", "Choose the payment key on the phone: six digits that only you know.");
        phone.choosePaymentKey(key);
        enabled("Payment enabled");
        assertThat(window.see(() -> window.model().pageProperty().get())).isEqualTo(Page.PAY);
    }

    private void choose(String bank) {
        window.turnTo(Page.BANKS);
        window.press("#enrol-" + bank);
    }

    private void submit(String bank, String button) {
        choose(bank);
        window.write("#enrol-user", DemoSite.USER);
        window.expect("#enrol-begin", button);
        window.press("#enrol-begin");
    }

    private void enabled(String title) {
        window.expect("#enrol-title", title);
        window.press("#enrol-done");
        phone.tidy();
        window.expectGone("#enrol-done");
    }

    private void logIn(String bank) throws Exception {
        window.open(site.order("128.00"));
        window.chooseBank(bank);
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
    }

    private void pay(String bank, String key) throws Exception {
        logIn(bank);
        phone.enterKey(key);
        phone.approve();
        window.expect("#result-title", "Paid");
    }
}
