package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever wants to profit from a login that somebody else confirms: links, tickets and codes in the wrong hands. */
class SecureStartIT extends PhoneLoginSteps {

    @Nested
    class Tickets {

        @Test
        void isGoodOnce() throws Exception {
            String link = browser.askForLink();
            assertThat(begin("harbour", ticket(link)).status()).isEqualTo(201);
            var again = begin("harbour", ticket(link));
            requireProblem(again, 410, "TK-407");
            assertThat(again.text()).contains("\"counted\":false");
        }

        @Test
        void isGoodForOneOfManyAtOnce() throws Exception {
            byte[] ticket = ticket(browser.askForLink());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Integer> open = () -> begin("harbour", ticket).status();
                var answers = threads.invokeAll(
                        IntStream.range(0, 16).mapToObj(i -> open).toList());
                assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 201))
                        .hasSize(1);
            }
        }

        @Test
        void isTooOldAfterAMinute() throws Exception {
            String link = browser.askForLink();
            fixture.clock.advance(Duration.ofSeconds(61));

            requireProblem(begin("harbour", ticket(link)), 410, "TK-407");
            assertThat(browser.get("/phone").body()).contains("Not logged in", "older than a minute");
        }

        @Test
        void isForItsBankAlone() throws Exception {
            requireProblem(begin("jade", ticket(browser.askForLink())), 410, "TK-407");
        }

        @Test
        void thatNobodyGaveIsRefusedAlike() throws Exception {
            requireProblem(begin("harbour", new byte[16]), 410, "TK-407");
            requireProblem(begin("nosuch", new byte[16]), 404, "TK-609");
            requireProblem(begin("harbour", new byte[15]), 400, "TK-607");
        }

        @Test
        void hasADeadlineInThePageAfterItWasOpened() throws Exception {
            asked(browser.askForLink());
            fixture.clock.advance(Duration.ofSeconds(301));
            assertThat(browser.get("/phone").body()).contains("Not logged in", "run out");
        }
    }

    @Nested
    class SecureStart {

        @Test
        void relayedTicketLogsNobodyIn() throws Exception {
            var attacker = browser;
            var victim = new TestBrowser(fixture, "harbour");
            var session = logIn(attacker.askForLink());
            var code = code(session);

            var inVictimsBrowser = victim.get("/finish?code=" + code, "Sec-Fetch-Site", "none");

            assertThat(inVictimsBrowser.statusCode()).isEqualTo(403);
            assertThat(inVictimsBrowser.body()).contains("Not logged in here", "tell the code to nobody");
            requireLoggedOut(victim);
            requireLoggedOut(attacker);
            assertThat(attacker.get("/phone").statusCode()).isEqualTo(200);
            fixture.clock.advance(Duration.ofSeconds(121));
            assertThat(attacker.get("/phone").body()).contains("Not logged in");
            requireLoggedOut(attacker);
        }

        @Test
        void guessedCodesEndTheLoginAfterThree() throws Exception {
            var session = logIn(browser.askForLink());
            var code = code(session);
            var wrong = code.equals("00000000") ? "00000001" : "00000000";

            for (int left = 2; left >= 0; left--) {
                var guess = browser.get("/finish?code=" + wrong);
                assertThat(guess.statusCode()).isEqualTo(403);
                assertThat(guess.body()).contains("Wrong code");
            }

            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(403);
            requireLoggedOut(browser);
            requireProblem(complete(session.sessionId()), 410, "TK-408");
        }

        @Test
        void cookieOfAnotherLoginIsNotEnough() throws Exception {
            var other = new TestBrowser(fixture, "harbour");
            other.askForLink();
            var session = logIn(browser.askForLink());
            var code = code(session);

            assertThat(other.get("/finish?code=" + code).statusCode()).isEqualTo(403);
            requireLoggedOut(other);
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(200);
        }

        @Test
        void allowedLoginsOfTwoBrowsersDoNotMix() throws Exception {
            var other = new TestBrowser(fixture, "harbour");
            var theirs = logIn(other.askForLink());
            var mine = logIn(browser.askForLink());

            assertThat(other.get("/finish?code=" + code(mine)).statusCode()).isEqualTo(403);
            requireLoggedOut(other);
            assertThat(other.get("/finish?code=" + code(theirs)).statusCode()).isEqualTo(200);
        }

        @Test
        void codeIsGoodOnce() throws Exception {
            var code = code(logIn(browser.askForLink()));
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(200);
            var again = browser.get("/finish?code=" + code);
            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(again.body()).contains("Nothing to complete");
        }

        @Test
        void codeIsTooOldAfterTwoMinutes() throws Exception {
            var code = code(logIn(browser.askForLink()));
            fixture.clock.advance(Duration.ofSeconds(121));
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(403);
            requireLoggedOut(browser);
        }

        @Test
        void nextCodeMakesTheOneBeforeVoid() throws Exception {
            var session = logIn(browser.askForLink());
            var first = code(session);
            var second = code(session);
            assertThat(first).matches("[0-9]{8}").isNotEqualTo(second);

            assertThat(browser.get("/finish?code=" + first).statusCode()).isEqualTo(403);
            assertThat(browser.get("/finish?code=" + second).statusCode()).isEqualTo(200);
        }

        @Test
        void thereIsNoCodeBeforeThePhoneWasAllowed() throws Exception {
            var session = asked(browser.askForLink());
            requireProblem(complete(session.sessionId()), 410, "TK-408");
            requireProblem(complete("00".repeat(16)), 410, "TK-408");
            assertThat(browser.get("/finish?code=00000000").body()).contains("Nothing to complete");
        }

        @Test
        void linkOfAnotherSiteWastesNoTry() throws Exception {
            var code = code(logIn(browser.askForLink()));
            for (int i = 0; i < 5; i++) {
                assertThat(browser.get("/finish?code=00000000", "Sec-Fetch-Site", "cross-site")
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(browser.get("/finish?code=" + code).statusCode()).isEqualTo(200);
        }
    }
}
