package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.Flash;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.phone.screen.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a person can bring about that goes wrong, from its cause to its code in the window")
@TetherKeyTest
class ErrorsIT {

    @SuppressWarnings("NullAway.Init")
    private DemoSite site;

    @SuppressWarnings("NullAway.Init")
    private PhoneInHand phone;

    @SuppressWarnings("NullAway.Init")
    private WindowOnTest window;

    @BeforeEach
    void begin(DemoSite demo, PhoneInHand held, WindowOnTest shown) {
        site = demo;
        phone = held;
        window = shown;
    }

    @Test
    void revokedCertificateIsToldBeforeThePasswordIsTried() throws Exception {
        site.revoke("harbour");
        logIn("harbour", "1.00", "wrong");
        expectResult("Not paid", Fault.CERTIFICATE_REVOKED);
    }

    @Test
    void sixthWrongPasswordIsNotLookedAt() throws Exception {
        logIn("harbour", "1.00", "wrong");
        for (int wrong = 1; wrong <= 5; wrong++) {
            expectResult("Not paid", Fault.WRONG_PASSWORD);
            window.press("#retry");
            window.expectShown("#pay");
            window.logIn(DemoSite.USER, wrong < 5 ? "wrong" : DemoSite.PASSWORD);
        }
        expectResult("Not paid", Fault.TOO_MANY_PASSWORDS);
        assertThat(window.text("#attempts-harbour")).isEqualTo("10 of 10 tries left");
    }

    @Test
    void givingUpAfterAWrongPaymentKeyTellsTheTriesLeft() throws Exception {
        logIn("jade", "1.00", DemoSite.PASSWORD);
        phone.enterKey("000000");
        phone.attemptsLeftAfterWrongKey();
        phone.cancel();
        expectResult("Not paid", Fault.WRONG_PAYMENT_KEY);
        assertThat(window.text("#result-tries")).isEqualTo("One try was counted. 9 of 10 tries left.");
    }

    @Test
    void accountWithoutFundsIsTold() throws Exception {
        logIn("harbour", "5000.01", DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        expectResult("Not paid", Fault.INSUFFICIENT_FUNDS);
    }

    @Test
    void orderThatWasDeclinedIsNotPaidWhenItsLinkIsOpenedAgain() throws Exception {
        DemoSite.Placed order = site.order("1.00");
        window.open(order);
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.decline();
        window.expect("#result-title", "Declined");
        window.press("#done");
        window.open(order);
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        window.expect("#result-title", "Declined");
    }

    @Test
    void serverThatOnlyClaimsToBeTheBankIsNotTrusted() throws Exception {
        DemoSite.Placed order = site.order("1.00");
        site.stop();
        site.startImpostor();
        window.open(order);
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        window.expect("#now-code", Fault.BANK_NOT_TRUSTED.code());
        window.expectStart("#now-remedy", Fault.BANK_NOT_TRUSTED.remedy(Locale.ENGLISH));
    }

    @Test
    void changedDirectoryIsNotUsed() throws Exception {
        window.close();
        Path directory = site.profile().resolve("directory.cbor");
        byte[] bytes = Files.readAllBytes(directory);
        bytes[bytes.length - 1] ^= 1;
        Files.write(directory, bytes);
        window.open();
        window.until(
                "the code",
                () -> window.texts().stream().anyMatch(text -> text.contains(Fault.DIRECTORY_INVALID.code())));
        window.openLink("tetherkey://pay?order=AQID");
        window.expect("#notice-code", Fault.DIRECTORY_INVALID.code());
    }

    @Test
    void phoneThatAnotherProgramHoldsIsTold() throws Exception {
        window.close();
        try (var held = phone.opener().open(phone.address())) {
            assertThat(held).isNotNull();
            window.open();
            window.expect("#guide-sentence", Fault.PHONE_HELD.sentence(Locale.ENGLISH));
            window.expect("#guide-remedy", Fault.PHONE_HELD.remedy(Locale.ENGLISH));
        }
        window.expect("#phone-detail", "Connected and ready");
    }

    @Test
    @TetherKeyTest(flash = Flash.EMPTY)
    void computerThatIsNotTrustedIsTold() {
        phone.expect(Screen.TrustComputer.class);
        phone.decline();
        window.expect("#phone-title", "Computer not trusted");
        window.expect("#guide-code", Fault.COMPUTER_NOT_TRUSTED.code());
        window.expect("#guide-remedy", Fault.COMPUTER_NOT_TRUSTED.remedy(Locale.ENGLISH));
    }

    @Test
    void renewalThatIsDeclinedOnThePhoneIsTold() {
        beginAt("harbour");
        phone.expect(Screen.ConfirmRenewal.class);
        phone.decline();
        window.expect("#enrol-code", Fault.ENROLMENT_DECLINED.code());
    }

    @Test
    void renewalThatIsCancelledInTheWindowChangesNothing() {
        beginAt("harbour");
        phone.expect(Screen.ConfirmRenewal.class);
        window.press("#enrol-cancel");
        window.expect("#enrol-code", Fault.ENROLMENT_CANCELLED.code());
        window.press("#enrol-done");
        window.expectPart("#enrol-harbour", "Payment enabled");
    }

    @Test
    void letterIsVoidAfterFiveWrongActivationCodes() throws Exception {
        phoneWithoutHarbour();
        String code = site.letter("harbour");
        String wrong = (code.startsWith("9") ? "0" : "9") + code.substring(1);
        beginAt("harbour");
        for (int left = 4; left >= 0; left--) {
            phone.enterActivationCode(wrong);
            window.expect("#enrol-code", Fault.ACTIVATION_CODE_WRONG.code());
            window.press("#enrol-retry");
            window.expectGone("#enrol-code");
        }
        phone.enterActivationCode(code);
        window.expect("#enrol-code", Fault.ACTIVATION_CODE_VOID.code());
    }

    private void phoneWithoutHarbour() {
        window.turnTo(Page.BANKS);
        window.press("#enrol-harbour");
        window.press("#enrol-remove");
        phone.confirmDeletion();
        window.expect("#enrol-title", "Bank removed");
        window.press("#enrol-done");
        phone.tidy();
    }

    private void beginAt(String bank) {
        window.turnTo(Page.BANKS);
        window.press("#enrol-" + bank);
        window.write("#enrol-user", DemoSite.USER);
        window.press("#enrol-begin");
    }

    private void logIn(String bank, String amount, String password) throws Exception {
        window.open(site.order(amount));
        window.chooseBank(bank);
        window.logIn(DemoSite.USER, password);
    }

    /** The word, the code, the sentence and the remedy are what a person reads. */
    private void expectResult(String title, Fault fault) {
        window.expect("#result-code", fault.code());
        assertThat(window.text("#result-title")).isEqualTo(title);
        assertThat(window.text("#result-sentence")).isEqualTo(fault.sentence(Locale.ENGLISH));
        assertThat(window.text("#result-remedy")).isEqualTo(fault.remedy(Locale.ENGLISH));
    }
}
