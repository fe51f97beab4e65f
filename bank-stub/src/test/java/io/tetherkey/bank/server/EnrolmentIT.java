package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.server.BankFixture.Answer;
import io.tetherkey.bank.server.BankFixture.Offered;
import io.tetherkey.bank.store.CertificateStatus;
import io.tetherkey.bank.store.CertificateStore;
import io.tetherkey.bank.store.CertificateStore.ChipCertificate;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.session.ChipEffect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole enrolments over real HTTPS with the real chip's end, each followed by a payment. */
class EnrolmentIT {

    private static final String USER = DemoProfile.USER;
    private static final long PRICE = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private BankFixture bank;

    /** A bank over a fresh profile. */
    BankFixture fixture(Path profile) throws Exception {
        return new BankFixture(profile);
    }

    @BeforeEach
    void start() throws Exception {
        bank = fixture(folder.resolve("profile"));
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : DemoBank.ALL) {
            assertThat((boolean)
                            bank.bank().database().inTransaction(stores -> EvidenceLog.isIntact(stores, each.bankId())))
                    .isTrue();
        }
        bank.close();
    }

    private TestChip chip(String bankId) {
        var demo = DemoBank.ALL.stream()
                .filter(each -> each.bankId().equals(bankId))
                .findFirst()
                .orElseThrow();
        return new TestChip(demo, bank.profile.keys().bank(demo).issuing().rootDer());
    }

    private String letter(String bankId) throws Exception {
        var request = HttpRequest.newBuilder(bank.bank().apiBase().resolve("/demo/letters"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("bank=" + bankId + "&user=" + USER));
        return bank.client.send(request.build(), BodyHandlers.ofString()).body().replaceAll("[^0-9]", "");
    }

    private static String otherThan(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private Answer begin(String bankId, int purpose) throws Exception {
        return bank.post(
                "/tk1/enrolments",
                new CborMapWriter().put(1, bankId).put(2, purpose).encode());
    }

    private Offered offered(String bankId, EnrolmentPurpose purpose) throws Exception {
        var answer = begin(bankId, purpose.code());
        assertThat(answer.status()).isEqualTo(201);
        var in = CborMapReader.of(answer.body());
        return new Offered(HexFormat.of().formatHex(in.bytes(1, 16, 16)), in.bytes(2, 1, 60_000));
    }

    private Answer send(Offered session, byte[] message) throws Exception {
        return bank.post("/tk1/enrolments/" + session.sessionId() + "/messages", message);
    }

    private static byte[] ok(Answer answer) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        return answer.body();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
    }

    private TestChip enrolled(String bankId) throws Exception {
        var chip = chip(bankId);
        var code = letter(bankId);
        var session = offered(bankId, EnrolmentPurpose.NEW);
        var issued = ok(send(session, chip.request(session.offer(), USER, code)));
        assertThat(chip.conclude(ok(send(session, chip.keySet(issued))))).isTrue();
        return chip;
    }

    private Offered challenged(TestChip chip, String bankId) throws Exception {
        var session = bank.offered(bankId, bank.order(bank.newOrderId(), PRICE, List.of()));
        chip.receive(ok(bank.send(session.sessionId(), chip.accept(session.offer(), USER, TestPhone.PASSWORD))));
        return session;
    }

    private void pay(TestChip chip, String bankId) throws Exception {
        var session = challenged(chip, bankId);
        chip.receive(ok(bank.send(session.sessionId(), chip.answer(TestChip.Answer.RIGHT))));
        var end = chip.receive(ok(bank.send(session.sessionId(), chip.approve())));
        assertThat(((ChipEffect.Finish) end).outcome().result()).isEqualTo(SlotResult.PAID);
    }

    private void fail(TestChip chip, String bankId, int times) throws Exception {
        var session = challenged(chip, bankId);
        for (int i = 0; i < times; i++) {
            chip.receive(ok(bank.send(session.sessionId(), chip.answer(TestChip.Answer.WRONG))));
        }
    }

    private ChipCertificate certificate(TestChip chip) {
        var print = CertificateStore.fingerprint(Hashes.sha256(chip.chain().getFirst()));
        return bank.bank()
                .database()
                .read(stores -> stores.certificates().find(print).orElseThrow());
    }

    private Answer refusedAccept(TestChip chip, String bankId) throws Exception {
        var session = bank.offered(bankId, bank.order(bank.newOrderId(), PRICE, List.of()));
        return bank.send(session.sessionId(), chip.accept(session.offer(), USER, TestPhone.PASSWORD));
    }

    private byte[] evidence() {
        return String.join(
                        "",
                        bank.bank().database().read(stores -> stores.evidence().entries("harbour")).stream()
                                .map(entry -> new String(entry.contents(), ISO_8859_1))
                                .toList())
                .getBytes(ISO_8859_1);
    }

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
    class ARenewal {

        private Offered renewing() throws Exception {
            return offered("harbour", EnrolmentPurpose.RENEWAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"harbour", "jade", "summit"})
        void keepsKeyAndTriesAndReplacesTheCertificate(String bankId) throws Exception {
            var chip = enrolled(bankId);
            fail(chip, bankId, 3);
            var before = certificate(chip);
            var session = offered(bankId, EnrolmentPurpose.RENEWAL);
            var issued = ok(send(session, chip.renewalRequest(session.offer(), USER)));
            assertThat(chip.conclude(ok(send(session, chip.renewed(issued))))).isTrue();
            assertThat(certificate(chip).fingerprint()).isNotEqualTo(before.fingerprint());
            assertThat(certificate(chip).attemptsLeft()).isEqualTo(7);
            var old = bank.bank()
                    .database()
                    .read(stores ->
                            stores.certificates().find(before.fingerprint()).orElseThrow());
            assertThat(old.status()).isEqualTo(CertificateStatus.SUPERSEDED);
            pay(chip, bankId);
        }

        @Test
        void firstAcceptOfAWaitingRenewalActivatesIt() throws Exception {
            var chip = enrolled("harbour");
            fail(chip, "harbour", 2);
            var session = renewing();
            chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
            assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.PENDING);
            challenged(chip, "harbour");
            assertThat(certificate(chip).status()).isEqualTo(CertificateStatus.ACTIVE);
            assertThat(certificate(chip).attemptsLeft()).isEqualTo(8);
            pay(chip, "harbour");
        }

        @Test
        void paymentKeySetAfterTheAcceptIsStillAnsweredEnabled() throws Exception {
            var chip = enrolled("harbour");
            var session = renewing();
            var set = chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
            challenged(chip, "harbour");
            assertThat(chip.conclude(ok(send(session, set)))).isTrue();
        }

        @Test
        void waitingRenewalCanBeRenewed() throws Exception {
            var chip = enrolled("harbour");
            var first = renewing();
            chip.renewed(ok(send(first, chip.renewalRequest(first.offer(), USER))));
            var second = renewing();
            var issued = ok(send(second, chip.renewalRequest(second.offer(), USER)));
            assertThat(chip.conclude(ok(send(second, chip.renewed(issued))))).isTrue();
            pay(chip, "harbour");
        }

        @Test
        void wrongPasswordsAreNotForgottenByIt() throws Exception {
            var chip = enrolled("harbour");
            for (int i = 0; i < 5; i++) {
                var offer = bank.offered("harbour", bank.order(bank.newOrderId(), PRICE, List.of()));
                bank.send(offer.sessionId(), chip.accept(offer.offer(), USER, "wrong"));
            }
            var session = renewing();
            chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
            assertProblem(refusedAccept(chip, "harbour"), 429, "TK-402");
        }

        @Test
        void certificateOfSomebodyElseIsNotRenewed() throws Exception {
            var chip = enrolled("harbour");
            var session = renewing();
            assertProblem(send(session, chip.renewalRequest(session.offer(), "bob")), 403, "TK-302");
        }

        @Test
        void voidCertificateIsNotRenewed() throws Exception {
            var chip = enrolled("harbour");
            fail(chip, "harbour", 10);
            var session = renewing();
            assertProblem(send(session, chip.renewalRequest(session.offer(), USER)), 403, "TK-305");
        }

        @Test
        void certificateThatBecameVoidMeanwhileIsNotReplaced() throws Exception {
            var chip = enrolled("harbour");
            var before = certificate(chip);
            var session = renewing();
            var set = chip.renewed(ok(send(session, chip.renewalRequest(session.offer(), USER))));
            bank.bank()
                    .database()
                    .useTransaction(
                            stores -> stores.attempts().voidCertificate(before.fingerprint(), bank.clock.instant()));
            assertThat(chip.conclude(ok(send(session, set)))).isFalse();
            assertProblem(refusedAccept(chip, "harbour"), 403, "TK-305");
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
