package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipState;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "Log in with the phone", from the button to the account, and what ends it before. */
class PhoneLoginIT extends PhoneLoginSteps {

    @Nested
    class TheLogin {

        @Test
        void buttonLeadsToALinkWithATicketForThisBrowser() throws Exception {
            var pressed = browser.post(
                    "/phone", Map.of("form", TestBrowser.formOf(browser.get("").body())));
            var page = browser.get("/phone").body();

            assertThat(pressed.headers().firstValue("Location")).contains("/bank/harbour/phone");
            assertThat(pressed.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("phone=")
                            && cookie.contains("HttpOnly")
                            && cookie.contains("Secure")
                            && cookie.contains("SameSite=Lax")
                            && cookie.contains("Path=/bank/harbour"));
            assertThat(page)
                    .containsPattern("id=\"open\" data-start href=\"tetherkey://login\\?ticket=harbour\\.[\\w-]{22}\"")
                    .containsPattern("id=\"again\" href=\"tetherkey://login\\?ticket=harbour\\.[\\w-]{22}\"")
                    .contains("Waiting for the TetherKey app");
        }

        @Test
        void endsOnThePhoneAsAllowedAndInTheAskingBrowserAtTheAccount() throws Exception {
            var session = logIn(browser.askForLink());

            assertThat(((ChipEffect.LoggedIn) phone.effect()).outcome().result())
                    .isEqualTo(SlotResult.ALLOWED);
            assertThat(browser.get("/phone").body()).contains("Allowed by the phone");
            requireLoggedOut(browser);

            var finish = browser.get("/finish?code=" + code(session), "Sec-Fetch-Site", "none");
            assertThat(finish.statusCode()).isEqualTo(200);
            assertThat(finish.body()).contains("You are logged in");
            assertThat(browser.get("/phone").headers().firstValue("Location")).contains("/bank/harbour");
            assertThat(browser.get("").body())
                    .contains("Logged in as alice", "5,000.00 CNY", "Opening balance", "Certificates of your phone");
            assertThat(attemptsLeft()).isEqualTo(10);
        }

        @Test
        void waitingPageIsToldAllTheWay() throws Exception {
            String link = browser.askForLink();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<String>> told = threads.submit(browser::eventsToTheEnd);
                var session = logIn(link);
                browser.get("/finish?code=" + code(session));
                assertThat(told.get().getLast())
                        .contains("\"status\":\"finished\"", "\"last\":true", "\"next\":\"/bank/harbour\"");
            }
        }

        @Test
        void codeTypedIntoTheAskingPageDoesTheSame() throws Exception {
            var session = logIn(browser.askForLink());
            var form = TestBrowser.formOf(browser.get("/phone").body());
            var code = code(session);

            var typed = browser.post(
                    "/finish", Map.of("form", form, "code", code.substring(0, 4) + " " + code.substring(4)));

            assertThat(typed.headers().firstValue("Location")).contains("/bank/harbour");
            assertThat(browser.get("").body()).contains("Logged in as alice");
        }

        @Test
        void codeIsNotUsedUpWhereTheBrowserCouldNotBeLoggedIn() throws Exception {
            var code = code(logIn(browser.askForLink()));
            var books = fixture.bank().database().jdbi();

            books.useHandle(handle -> handle.execute("ALTER TABLE page_login RENAME TO page_login_away"));
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(500);
            books.useHandle(handle -> handle.execute("ALTER TABLE page_login_away RENAME TO page_login"));

            assertThat(browser.get("/phone").body()).contains("Allowed by the phone");
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(200);
            assertThat(browser.get("").body()).contains("Logged in as alice");
        }

        @Test
        void accountShowsWhatWasPaid() throws Exception {
            var order = fixture.order(fixture.newOrderId(), 12_800, List.of());
            new EnginePhone(Files.readAllBytes(fixture.folder.resolve("phone").resolve("flash.bin")))
                    .pay(fixture, "harbour", order);
            browser.get("/finish?code=" + code(logIn(browser.askForLink())));

            assertThat(browser.get("").body()).contains("4,872.00 CNY", "-128.00 CNY", DemoShop.PAYEE.substring(0, 5));
            assertThat(browser.get("?lang=zh-CN").body()).contains("您的账户", "余额", "最近转账");
        }

        @Test
        void goesOnAfterTheBankWasRestarted() throws Exception {
            var session = asked(browser.askForLink());
            fixture.restart();

            phone.receive(type(session, TestPhone.RIGHT_KEY).body());
            browser.get("/finish?code=" + code(session));

            assertThat(browser.get("").body()).contains("Logged in as alice");
        }

        @Test
        void sameResponseAgainGetsTheStoredAnswer() throws Exception {
            var session = asked(browser.askForLink());
            byte[] response = phone.enter(TestPhone.RIGHT_KEY);
            byte[] first = fixture.send(session.sessionId(), response).body();

            assertThat(fixture.send(session.sessionId(), response).body()).isEqualTo(first);
        }
    }

    @Nested
    class Refusals {

        @Test
        void wrongPasswordEndsItAndCountsNoTry() throws Exception {
            var offered = offered(browser.askForLink());
            var answer = accept(offered, fixture.bank().apiBase().toString(), "wrong");

            requireProblem(answer, 403, "TK-401");
            assertThat(answer.text()).contains("\"counted\":false");
            assertThat(browser.get("/phone").body()).contains("Not logged in", "User name or password is wrong.");
        }

        @Test
        void wrongPaymentKeyLeavesNineAndTheRightOneStillWorks() throws Exception {
            var session = asked(browser.askForLink());
            phone.receive(type(session, TestPhone.WRONG_KEY).body());

            assertThat(phone.effect()).isEqualTo(new ChipEffect.AskPaymentKey(9, ChipState.Try.AGAIN));
            assertThat(attemptsLeft()).isEqualTo(9);
            assertThat(phone.receive(type(session, TestPhone.RIGHT_KEY).body()))
                    .isInstanceOf(ChipEffect.LoggedIn.class);
            assertThat(attemptsLeft()).isEqualTo(10);
        }

        @Test
        void tenthWrongPaymentKeyVoidsTheCertificate() throws Exception {
            var session = asked(browser.askForLink());
            for (int i = 0; i < 10; i++) {
                phone.receive(type(session, TestPhone.WRONG_KEY).body());
            }

            assertThat(((ChipEffect.EraseSlot) phone.effect()).outcome().result())
                    .isEqualTo(SlotResult.VOID);
            assertThat(browser.get("/phone").body()).contains("Not logged in", "ten times in a row");
            requireProblem(complete(session.sessionId()), 410, "TK-408");
        }

        @Test
        void anotherOriginThanTheBanksOwnIsRefused() throws Exception {
            var answer = accept(offered(browser.askForLink()), "https://evil.example", TestPhone.PASSWORD);

            requireProblem(answer, 403, "TK-409");
            assertThat(browser.get("/phone").body()).contains("Not logged in");
        }

        @Test
        void beginningAnewMakesTheOldLinkVoidAlsoInTheMiddle() throws Exception {
            String old = browser.askForLink();
            var form = TestBrowser.formOf(browser.get("/phone").body());
            browser.post("/phone", Map.of("form", form));
            requireProblem(begin("harbour", ticket(old)), 410, "TK-407");

            String link = browser.askForLink();
            var session = asked(link);
            browser.post(
                    "/phone",
                    Map.of("form", TestBrowser.formOf(browser.get("/phone").body())));
            requireProblem(type(session, TestPhone.RIGHT_KEY), 410, "TK-407");
            assertThat(attemptsLeft()).isEqualTo(10);
        }

        @Test
        void formOfAnotherPageOrSiteAsksForNothing() throws Exception {
            var form = TestBrowser.formOf(browser.get("").body());
            assertThat(browser.post("/phone", Map.of("form", "x")).statusCode()).isEqualTo(403);
            assertThat(browser.post("/phone", Map.of("form", form), "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(new TestBrowser(fixture, "harbour")
                            .post("/phone", Map.of("form", form))
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
