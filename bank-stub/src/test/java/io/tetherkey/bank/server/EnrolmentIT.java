package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole enrolments over real HTTPS with the real chip's end, each followed by a payment. */
class EnrolmentIT extends EnrolmentSteps {

    @Nested
    class ANewChip {

        @ParameterizedTest
        @ValueSource(strings = {"harbour", "jade", "summit"})
        void enrolsPaysAndTakesTheOldOnesPlace(String bankId) throws Exception {
            var chip = enrolled(bankId);
            assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.ACTIVE);
            assertThat(certificate(chip).attemptsLeft()).isEqualTo(10);
            pay(chip, bankId);
            var old = TestPhone.of(bank.folder, bankId, 1);
            var session = bank.offered(bankId, bank.order(bank.newOrderId(), PRICE, List.of()));
            assertProblem(
                    bank.send(session.sessionId(), old.accept(session.offer(), USER, TestPhone.PASSWORD)),
                    403,
                    "TK-307");
        }

        @Test
        void certificateIsNotTakenBeforeThePaymentKeyIsSet() throws Exception {
            var first = enrolled("harbour");
            var chip = chip("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            chip.keySet(ok(send(session, chip.request(session.offer(), USER, letter("harbour")))));
            assertThat(certificate(first).status()).isEqualTo(CertificateStatus.ACTIVE);
            pay(first, "harbour");
        }

        @Test
        void letterServesOneChip() throws Exception {
            var code = letter("harbour");
            var one = chip("harbour");
            var other = chip("harbour");
            var first = offered("harbour", EnrolmentPurpose.NEW);
            var second = offered("harbour", EnrolmentPurpose.NEW);
            var firstIssued = ok(send(first, one.request(first.offer(), USER, code)));
            var secondIssued = ok(send(second, other.request(second.offer(), USER, code)));
            assertThat(other.conclude(ok(send(second, other.keySet(secondIssued)))))
                    .isTrue();
            assertThat(one.conclude(ok(send(first, one.keySet(firstIssued))))).isFalse();
            pay(other, "harbour");
        }

        @Test
        void userWhoGaveUpBeginsAgainWithTheSameLetter() throws Exception {
            var code = letter("harbour");
            var chip = chip("harbour");
            var first = offered("harbour", EnrolmentPurpose.NEW);
            ok(send(first, chip.request(first.offer(), USER, code)));
            var second = offered("harbour", EnrolmentPurpose.NEW);
            var issued = ok(send(second, chip.request(second.offer(), USER, code)));
            assertThat(chip.conclude(ok(send(second, chip.keySet(issued))))).isTrue();
        }

        @Test
        void tenWrongPaymentKeysVoidAndAFreshEnrolmentHelps() throws Exception {
            var chip = enrolled("harbour");
            fail(chip, "harbour", 10);
            assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.VOID);
            assertProblem(refusedAccept(chip, "harbour"), 403, "TK-305");
            var again = enrolled("harbour");
            assertThat(certificate(again).attemptsLeft()).isEqualTo(10);
            pay(again, "harbour");
        }
    }

    @Nested
    class TheActivationCode {

        private Answer trial(String user, String code) throws Exception {
            var session = offered("harbour", EnrolmentPurpose.NEW);
            return send(session, chip("harbour").request(session.offer(), user, code));
        }

        @Test
        void wrongCodeIsCountedAndToldWithTheTriesLeft() throws Exception {
            var wrong = otherThan(letter("harbour"));
            for (int left = 4; left >= 0; left--) {
                var answer = trial(USER, wrong);
                assertProblem(answer, 403, "TK-405");
                assertThat(answer.text()).contains("\"attemptsLeft\":" + left + ",\"counted\":true");
            }
        }

        @Test
        void sameBytesAgainCountNoSecondTry() throws Exception {
            var wrong = otherThan(letter("harbour"));
            var session = offered("harbour", EnrolmentPurpose.NEW);
            var request = chip("harbour").request(session.offer(), USER, wrong);
            assertThat(send(session, request).text()).contains("\"attemptsLeft\":4");
            assertThat(send(session, request).text()).contains("\"attemptsLeft\":4");
            assertThat(trial(USER, wrong).text()).contains("\"attemptsLeft\":3");
        }

        @Test
        void rightCodeAfterFiveWrongOnesIsNotTaken() throws Exception {
            var code = letter("harbour");
            for (int i = 0; i < 5; i++) {
                trial(USER, otherThan(code));
            }
            var answer = trial(USER, code);
            assertProblem(answer, 403, "TK-406");
            assertThat(answer.text()).contains("\"counted\":false").doesNotContain("attemptsLeft");
        }

        @Test
        void unknownUserAndCustomerWithoutALetterAreAnsweredAlike() throws Exception {
            var none = trial(USER, "123456789012");
            var unknown = trial("nobody", "123456789012");
            assertProblem(none, 403, "TK-406");
            assertThat(unknown.text()).isEqualTo(none.text());
        }

        @Test
        void codeOfAnotherBankIsWrong() throws Exception {
            var jade = letter("jade");
            letter("harbour");
            assertProblem(trial(USER, jade), 403, "TK-405");
        }

        @Test
        void letterIsNotGoodAfterFourteenDays() throws Exception {
            var code = letter("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            bank.clock.advance(Duration.ofDays(14).plusSeconds(1));
            assertProblem(send(session, chip("harbour").request(session.offer(), USER, code)), 410, "TK-604");
            var chip = chip("harbour");
            var database = bank.bank().database();
            var open = database.read(stores -> stores.activationCodes().isOpen("harbour-0001", bank.clock.instant()));
            assertThat(open).isFalse();
            assertThat(chip.chain()).isEmpty();
        }

        @Test
        void codeIsNowhereInTheBooks() throws Exception {
            var code = letter("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            ok(send(session, chip("harbour").request(session.offer(), USER, code)));
            assertThat(new String(evidence(), ISO_8859_1)).doesNotContain(code);
        }
    }

    @Nested
    class TheSession {

        @Test
        void restartBetweenAnyTwoMessagesLosesNothing() throws Exception {
            var chip = chip("harbour");
            var code = letter("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            bank.restart();
            var request = chip.request(session.offer(), USER, code);
            var issued = ok(send(session, request));
            bank.restart();
            assertThat(ok(send(session, request))).isEqualTo(issued);
            var set = chip.keySet(issued);
            var result = ok(send(session, set));
            bank.restart();
            assertThat(ok(send(session, set))).isEqualTo(result);
            assertThat(chip.conclude(result)).isTrue();
            pay(chip, "harbour");
        }

        @Test
        void otherMessageForADoneStepIsAConflict() throws Exception {
            var chip = chip("harbour");
            var code = letter("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            ok(send(session, chip.request(session.offer(), USER, code)));
            assertThat(send(session, chip.request(session.offer(), USER, code)).status())
                    .isIn(400, 409);
        }

        @Test
        void garbageChangesAndCountsNothing() throws Exception {
            var chip = chip("harbour");
            var code = letter("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            var request = chip.request(session.offer(), USER, code);
            var damaged = request.clone();
            damaged[damaged.length - 1] ^= 1;
            assertProblem(send(session, damaged), 400, "TK-607");
            ok(send(session, request));
        }

        @Test
        void itEndsAfterAQuarterOfAnHourAndIsSwept() throws Exception {
            var chip = chip("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            var set = chip.keySet(ok(send(session, chip.request(session.offer(), USER, letter("harbour")))));
            bank.clock.advance(Duration.ofMinutes(15).plusSeconds(1));
            assertProblem(send(session, set), 410, "TK-604");
            bank.clock.advance(Housekeeper.KEEP.plusSeconds(1));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertProblem(send(session, set), 404, "TK-605"));
            var held =
                    bank.bank().database().read(stores -> stores.certificates().ofCustomer("harbour-0001"));
            assertThat(held)
                    .extracting(each -> each.certificate().status())
                    .containsExactlyInAnyOrder(CertificateStatus.REVOKED, CertificateStatus.ACTIVE);
        }

        @Test
        void unknownBankPurposeAndSessionAreRefused() throws Exception {
            assertProblem(begin("nosuch", 1), 404, "TK-609");
            assertProblem(begin("harbour", 3), 400, "TK-607");
            assertProblem(bank.post("/tk1/enrolments/" + "0".repeat(32) + "/messages", new byte[1]), 404, "TK-605");
        }

        @Test
        void enrolmentMessagesAreNoPaymentMessages() throws Exception {
            var chip = chip("harbour");
            var session = offered("harbour", EnrolmentPurpose.NEW);
            var request = chip.request(session.offer(), USER, letter("harbour"));
            assertProblem(bank.send(session.sessionId(), request), 404, "TK-605");
        }
    }
}
