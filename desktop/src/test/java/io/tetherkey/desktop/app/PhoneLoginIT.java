package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.BankBrowser;
import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.screen.Screen;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Log in with the phone", from the link of the bank's page to the page that turned into the account. */
@TetherKeyTest
class PhoneLoginIT {

    private static void proceed(WindowOnTest window, String link) {
        window.openLink(link);
        window.expectShown("#signin-question");
        window.press("#signin-continue");
    }

    private static void submit(WindowOnTest window, String password) {
        window.write("#signin-user", DemoSite.USER);
        window.write("#signin-password", password);
        window.press("#signin-submit");
    }

    private static void untilKey(WindowOnTest window, String link) {
        proceed(window, link);
        submit(window, DemoSite.PASSWORD);
    }

    private static URI openedPage(WindowOnTest window) {
        window.until("a page to be opened", () -> !window.openedPages().isEmpty());
        return window.openedPages().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jade", "summit"})
    void pageOfTheAskingBrowserTurnsIntoTheAccount(String bankId, DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser(bankId)) {
            untilKey(window, browser.askForLink());
            assertThat(phone.expect(Screen.EnterPaymentKey.class).purpose()).isEqualTo(SessionPurpose.LOGIN);
            browser.expect("Go on in the TetherKey app");
            phone.enterKey(DemoSite.PAYMENT_KEY);

            window.expect("#signin-title", "Logged in");
            assertThat(phone.expect(Screen.LoginResult.class).result()).isEqualTo(SlotResult.ALLOWED);
            assertThat(browser.waitingPage()).contains("Allowed by the phone").doesNotContain("Logged in as");
            URI page = openedPage(window);
            assertThat(page.getPath()).isEqualTo("/bank/" + bankId + "/finish");
            assertThat(browser.opened(page)).contains("You are logged in");
            assertThat(browser.waitingPage()).contains("Logged in as alice", "5,000.00 CNY");
            window.press("#signin-done");
            window.expectShown("#paste-link");
            window.turnTo(Page.HISTORY);
            window.until(
                    "the login in the history",
                    () -> window.model().history().rows().stream()
                            .anyMatch(row -> row.payee().equals("Login at the bank")
                                    && row.result().equals("Login allowed")));
        }
    }

    @Test
    void windowShowsTheBankAndCallsNobodyBeforeTheUserSaysSo(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            window.openLink(browser.askForLink());

            window.expect("#signin-bank", "Harbour Bank");
            window.expectPart("#signin-question", "If someone sent you the link, cancel.");
            browser.expect("Waiting for the TetherKey app");
            window.press("#signin-cancel-question");
            window.expectPart("#notice-sentence", "You are not logged in.");
            assertThat(browser.waitingPage()).contains("Waiting for the TetherKey app");
            assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
        }
    }

    @Test
    void relayedLinkLogsNobodyIn(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        try (BankBrowser attacker = site.browser("harbour");
                BankBrowser victim = site.browser("harbour")) {
            untilKey(window, attacker.askForLink());
            phone.enterKey(DemoSite.PAYMENT_KEY);

            assertThat(victim.opened(openedPage(window))).contains("Not logged in here");
            assertThat(attacker.waitingPage()).doesNotContain("Logged in as");
            assertThat(victim.waitingPage()).doesNotContain("Logged in as");
        }
    }

    @Test
    void codeIsShownOnlyOnDemandAndServesTheAskingPage(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.enterKey(DemoSite.PAYMENT_KEY);
            window.expect("#signin-title", "Logged in");
            assertThat(window.shows("#signin-completion")).isFalse();

            window.press("#signin-show-code");
            window.expectShown("#signin-completion");
            browser.type(window.text("#signin-completion"));

            browser.expect("Logged in as alice");
        }
    }

    @Test
    void wrongPasswordIsTold(DemoSite site, WindowOnTest window) throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            proceed(window, browser.askForLink());
            submit(window, "wrong");

            window.expect("#signin-code", "TK-401");
            browser.expect("User name or password is wrong.");
            assertThat(window.openedPages()).isEmpty();
        }
    }

    @Test
    void wrongPaymentKeyLeavesNineTriesAndTheRightOneLogsIn(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.enterKey("000000");
            window.expect("#now", "Wrong payment key, 9 tries left.\nEnter it again on the phone.");
            assertThat(phone.attemptsLeftAfterWrongKey()).isEqualTo(9);

            phone.enterKey(DemoSite.PAYMENT_KEY);
            window.expect("#signin-title", "Logged in");
        }
    }

    @Test
    void pulledCableInTheMiddleLosesNothing(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.expect(Screen.EnterPaymentKey.class);
            phone.unplug();
            window.expect("#now", "Plug your phone in.");
            phone.plug();
            phone.enterKey(DemoSite.PAYMENT_KEY);

            window.expect("#signin-title", "Logged in");
            assertThat(browser.opened(openedPage(window))).contains("You are logged in");
        }
    }

    @Test
    void bankThatWasDownForAMomentGoesOn(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.expect(Screen.EnterPaymentKey.class);
            site.stop();
            phone.enterKey(DemoSite.PAYMENT_KEY);
            window.expect("#now-code", "TK-601");
            site.startAgain();
            window.press("#signin-retry");

            window.expect("#signin-title", "Logged in");
        }
    }

    /** A login is not stored: the button is pressed once more, and the phone lets go of the old question. */
    @Test
    void loginThatEndedWithTheAppIsBegunAnewFromThePage(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.expect(Screen.EnterPaymentKey.class);
            window.close();
            window.open();
            window.expectShown("#paste-link");
            untilKey(window, browser.beginAnew());
            window.expectStart("#now", "Enter your payment key on the phone.");
            phone.enterKey(DemoSite.PAYMENT_KEY);

            window.expect("#signin-title", "Logged in");
            assertThat(browser.opened(openedPage(window))).contains("You are logged in");
        }
    }

    @Test
    void cancelOnThePhoneReturnsToRest(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            untilKey(window, browser.askForLink());
            phone.expect(Screen.EnterPaymentKey.class);
            phone.cancel();

            window.expectPart("#notice-sentence", "You are not logged in.");
            window.expectShown("#paste-link");
        }
    }

    @Test
    void linkIsGoodOnceAndVoidWhenThePageBeganAnew(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser browser = site.browser("harbour")) {
            String old = browser.askForLink();
            String link = browser.beginAnew();
            proceed(window, old);
            window.expect("#signin-code", "TK-407");

            window.press("#signin-done");
            untilKey(window, link);
            phone.enterKey(DemoSite.PAYMENT_KEY);
            window.expect("#signin-title", "Logged in");
            proceed(window, link);
            window.expect("#signin-code", "TK-407");
        }
    }

    @Test
    void linkOfABankThatNobodyListsIsRefused(DemoSite site, WindowOnTest window) {
        assertThat(site.profile()).exists();
        window.openLink("tetherkey://login?ticket=nosuch.AAAAAAAAAAAAAAAAAAAAAA");
        window.expect("#notice-code", "TK-609");
        window.openLink("tetherkey://login?ticket=harbour.AAAA");
        window.expect("#notice-code", "TK-501");
    }

    @Test
    void hundredLinksMakeOneQuestionOneThatWaitsAndRefusals(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        try (BankBrowser first = site.browser("harbour");
                BankBrowser second = site.browser("jade")) {
            window.openLink(first.askForLink());
            window.expect("#signin-bank", "Harbour Bank");
            window.openLink(second.askForLink());
            window.expect("#waiting-title", "Next: log in at Jade Bank");
            for (int i = 0; i < 100; i++) {
                window.openLink(
                        "tetherkey://login?ticket=summit.AAAAAAAAAAAAAAAAAAAA%sA".formatted((char) ('A' + i % 26)));
            }

            window.expect("#notice-code", "TK-509");
            window.expect("#signin-bank", "Harbour Bank");
            assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
            window.press("#signin-cancel-question");
            window.expect("#signin-bank", "Jade Bank");
        }
    }
}
