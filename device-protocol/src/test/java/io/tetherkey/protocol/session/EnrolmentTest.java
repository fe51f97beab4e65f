package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.EnrolmentFixture.CODE;
import static io.tetherkey.protocol.session.EnrolmentFixture.sent;
import static io.tetherkey.protocol.session.SessionFixture.RIGHT_KEY;
import static io.tetherkey.protocol.session.SessionFixture.SESSION_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.message.CertificateIssued;
import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentTest {
    private final EnrolmentFixture both = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.NEW);
    private final EnrolmentFixture renewing = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.RENEWAL);

    static Stream<Arguments> suitesAndPurposes() {
        return Arrays.stream(Suite.values())
                .flatMap(suite -> Arrays.stream(EnrolmentPurpose.values()).map(p -> Arguments.of(suite, p)));
    }

    @Nested
    class WholeEnrolment {
        @ParameterizedTest
        @MethodSource("io.tetherkey.protocol.session.EnrolmentTest#suitesAndPurposes")
        void endsWithACertificateForTheNewKeyAtBothEnds(Suite suite, EnrolmentPurpose purpose) throws Exception {
            var both = new EnrolmentFixture(suite, purpose);

            var run = both.run();

            switch (run.presented().effect()) {
                case BankEnrolmentEffect.VerifyActivation(String user, char[] code, byte[] key) -> {
                    assertThat(purpose).isEqualTo(EnrolmentPurpose.NEW);
                    assertThat(user).isEqualTo("alice");
                    assertThat(code).containsExactly(CODE.toCharArray());
                    assertThat(key).isEqualTo(both.newKey.spki());
                }
                case BankEnrolmentEffect.VerifyRenewal(String user, List<byte[]> chain, byte[] key) -> {
                    assertThat(purpose).isEqualTo(EnrolmentPurpose.RENEWAL);
                    assertThat(user).isEqualTo("alice");
                    assertThat(chain).hasSize(1);
                    assertThat(chain.getFirst())
                            .isEqualTo(both.oldKey.certificateChain().getFirst());
                    assertThat(key).isEqualTo(both.newKey.spki());
                }
                default -> throw new AssertionError(run.presented().effect());
            }
            switch (run.keyPresented().effect()) {
                case BankEnrolmentEffect.EnableSlot(byte[] key, byte[] responseKey) -> {
                    assertThat(key).isEqualTo(both.newKey.spki());
                    assertThat(responseKey).isEqualTo(RIGHT_KEY);
                    assertThat(run.ended().effect()).isInstanceOf(ChipEnrolmentEffect.Enable.class);
                }
                case BankEnrolmentEffect.ActivateRenewal(byte[] key) -> {
                    assertThat(key).isEqualTo(both.newKey.spki());
                    assertThat(run.keySet().effect()).isInstanceOf(ChipEnrolmentEffect.Renew.class);
                    assertThat(run.ended().effect()).isEqualTo(new ChipEnrolmentEffect.Renewed());
                }
                default -> throw new AssertionError(run.keyPresented().effect());
            }
        }

        @Test
        void bankThatDoesNotEnableIsToldApart() throws Exception {
            for (var both : List.of(both, renewing)) {
                var run = both.run();
                var refused = both.bank.next(
                        run.keyPresented().state(), new BankEnrolmentEvent.NotEnabled(TestAuthority.NOW));

                var ended = both.receive(run.keySet().state(), sent(refused));

                assertThat(ended.effect()).isEqualTo(new ChipEnrolmentEffect.Refused());
                assertThat(sent(refused)).hasSameSizeAs(sent(run.concluded()));
            }
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void firstEnrolmentAndRenewalHaveEqualSizes(Suite suite) throws Exception {
            var first = new EnrolmentFixture(suite, EnrolmentPurpose.NEW).run();
            var renewal = new EnrolmentFixture(suite, EnrolmentPurpose.RENEWAL).run();

            assertThat(sent(first.requested())).hasSameSizeAs(sent(renewal.requested()));
            assertThat(sent(first.issued())).hasSameSizeAs(sent(renewal.issued()));
            assertThat(sent(first.keySet())).hasSameSizeAs(sent(renewal.keySet()));
            assertThat(sent(first.concluded())).hasSameSizeAs(sent(renewal.concluded()));
        }

        @ParameterizedTest
        @MethodSource("io.tetherkey.protocol.session.EnrolmentTest#suitesAndPurposes")
        void longestChainStillFitsInOneMessage(Suite suite, EnrolmentPurpose purpose) throws Exception {
            var both = new EnrolmentFixture(suite, purpose);
            Signer heavy = chained(both.oldKey, 4_096);
            var asked = both.ask(sent(both.offer()));

            var requested = both.chip.next(
                    asked.state(),
                    purpose == EnrolmentPurpose.NEW
                            ? new ChipEnrolmentEvent.CodeEntered(both.newKey.spki(), CODE.toCharArray())
                            : new ChipEnrolmentEvent.RenewalConfirmed(both.newKey.spki(), heavy));

            assertThat(sent(requested)).hasSizeLessThan(32_768);
        }

        private static Signer chained(Signer signer, int size) {
            return new Signer() {
                @Override
                public Suite suite() {
                    return signer.suite();
                }

                @Override
                public byte[] sign(byte[] toBeSigned) {
                    return signer.sign(toBeSigned);
                }

                @Override
                public List<byte[]> certificateChain() {
                    return List.of(new byte[size], new byte[size], new byte[size]);
                }
            };
        }
    }

    @Nested
    class LossAndDoubling {
        @ParameterizedTest
        @EnumSource(EnrolmentPurpose.class)
        void everyMessageSentTwiceGivesTheStoredAnswer(EnrolmentPurpose purpose) throws Exception {
            var both = new EnrolmentFixture(Suite.CLASSIC, purpose);
            var run = both.run();

            var issuedAgain = both.receive(run.issued().state(), sent(run.requested()));
            assertThat(issuedAgain.effect()).isInstanceOf(BankEnrolmentEffect.Resend.class);
            assertThat(sent(issuedAgain)).isEqualTo(sent(run.issued()));
            var keyAgain = both.receive(run.keySet().state(), sent(run.issued()));
            assertThat(keyAgain.effect()).isInstanceOf(ChipEnrolmentEffect.Resend.class);
            assertThat(sent(keyAgain)).isEqualTo(sent(run.keySet()));
            var resultAgain = both.receive(run.concluded().state(), sent(run.keySet()));
            assertThat(resultAgain.effect()).isInstanceOf(BankEnrolmentEffect.Resend.class);
            assertThat(sent(resultAgain)).isEqualTo(sent(run.concluded()));
        }

        @Test
        void certificateSentTwiceAsksForThePaymentKeyAgain() throws Exception {
            var run = both.run();
            var asked = both.receive(run.requested().state(), sent(run.issued()));

            var again = both.receive(asked.state(), sent(run.issued()));

            assertThat(again.effect()).isEqualTo(new ChipEnrolmentEffect.AskPaymentKey());
        }

        @ParameterizedTest
        @EnumSource(EnrolmentPurpose.class)
        void messagesOutOfTurnAreConflicts(EnrolmentPurpose purpose) throws Exception {
            var both = new EnrolmentFixture(Suite.CLASSIC, purpose);
            var run = both.run();

            conflict(() -> both.receive(run.concluded().state(), sent(run.requested())));
            conflict(() -> both.receive(run.issued().state(), sent(run.concluded())));
            conflict(() -> both.receive(run.requested().state(), sent(run.concluded())));
            conflict(() -> both.receive(run.keySet().state(), sent(run.keySet())));
            conflict(() -> both.receive(run.asked().state(), sent(run.issued())));
            conflict(() -> both.receive(run.ended().state(), sent(run.concluded())));
        }

        @Test
        void messageOfAnotherEnrolmentIsUnknown() throws Exception {
            var run = both.run();
            var other = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.NEW);
            byte[] id = new byte[16];
            var elsewhere = other.bank.open(
                    new EnrolmentTerms(id, TestAuthority.NOW, EnrolmentOffer.MOST_TIME_TO_LIVE, EnrolmentPurpose.NEW));

            assertStatus(StatusCode.UNKNOWN_SESSION, () -> other.receive(elsewhere.state(), sent(run.requested())));
        }

        private void conflict(Step step) {
            assertThatThrownBy(step::run)
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            e -> assertThat(e.status()).isIn(StatusCode.CONFLICT, StatusCode.BAD_ENCODING));
        }
    }

    @Nested
    class Damage {
        @ParameterizedTest
        @MethodSource("io.tetherkey.protocol.session.EnrolmentTest#suitesAndPurposes")
        void damageAnywhereInAnyMessageIsRefused(Suite suite, EnrolmentPurpose purpose) throws Exception {
            var both = new EnrolmentFixture(suite, purpose);
            var run = both.run();
            int stride = suite == Suite.CLASSIC ? 67 : 1_021;

            damage(sent(run.offered()), stride, both::ask, true);
            damage(
                    sent(run.requested()),
                    stride,
                    m -> both.receive(run.offered().state(), m),
                    false);
            damage(sent(run.issued()), stride, m -> both.receive(run.requested().state(), m), false);
            damage(sent(run.keySet()), stride, m -> both.receive(run.issued().state(), m), false);
            damage(sent(run.concluded()), stride, m -> both.receive(run.keySet().state(), m), false);
        }

        private interface Taker {
            Object take(byte[] message) throws ProtocolException;
        }

        /** Envelope and tag are damaged byte by byte; what lies under one seal or one signature here and there. */
        private static boolean isEnvelope(int index, int length, int stride) {
            return stride < 100 && index < 120 || index < 24 || index >= length - 24;
        }

        private static void damage(byte[] good, int stride, Taker taker, boolean oneAnswer) {
            for (int i = 0; i < good.length; i += isEnvelope(i, good.length, stride) ? 1 : stride) {
                byte[] damaged = good.clone();
                damaged[i] ^= 0x20;
                assertThatThrownBy(() -> taker.take(damaged)).isInstanceOfSatisfying(ProtocolException.class, e -> {
                    if (oneAnswer) {
                        assertThat(e.status()).isEqualTo(StatusCode.NOT_AVAILABLE);
                    }
                });
            }
        }
    }

    @Nested
    class Attacker {
        @Test
        void offerOfAnotherBankOrPurposeOfCertificateIsNotAvailable() throws Exception {
            var stranger = new EnrolmentFixture(Suite.CLASSIC, EnrolmentPurpose.NEW);
            assertNotAvailable(sent(stranger.offer()));
            assertNotAvailable(offerBy(both.authority.issue("harbour", CertificatePurpose.CHIP)));
            assertNotAvailable(offerBy(both.authority.issue("jade", CertificatePurpose.BANK)));
        }

        @Test
        void paymentOfferIsNoEnrolmentOffer() {
            var session = new BankSession(new BankIdentity("harbour", both.bankSigner), RandomSource.secure());
            var offer =
                    session.open(new OfferTerms(SESSION_ID, TestAuthority.NOW, Offer.MOST_TIME_TO_LIVE, new byte[32]));
            assertNotAvailable(SessionFixture.sent(offer));
        }

        @Test
        void offerOutOfItsTimeIsNotAvailable() {
            var life = EnrolmentOffer.MOST_TIME_TO_LIVE;
            var skew = OfferCheck.CLOCK_SKEW;
            assertNotAvailable(offered(TestAuthority.NOW.minus(life).minus(skew), life));
            assertNotAvailable(offered(TestAuthority.NOW.plus(skew).plusSeconds(1), life));
        }

        private byte[] offered(Instant issuedAt, Duration life) {
            return sent(both.bank.open(new EnrolmentTerms(SESSION_ID, issuedAt, life, EnrolmentPurpose.NEW)));
        }

        @Test
        void suiteBelowTheDirectorysIsNotAvailable() {
            byte[] offer = sent(both.offer());
            var strict = new BankTrust("harbour", Suite.POST_QUANTUM.id(), both.authority.root());
            assertStatus(
                    StatusCode.NOT_AVAILABLE,
                    () -> ChipEnrolment.open(new EnrolmentInput(offer, "alice", TestAuthority.NOW), strict));
        }

        @Test
        void requestInAnotherSuiteThanOfferedIsRefused() throws Exception {
            var quantum = new EnrolmentFixture(Suite.POST_QUANTUM, EnrolmentPurpose.NEW);
            var run = both.run();
            assertStatus(StatusCode.SUITE, () -> quantum.receive(quantum.offer().state(), sent(run.requested())));
        }

        @Test
        void requestSignedByAnotherKeyThanItsCertificationRequestIsRefused() throws Exception {
            var asked = both.ask(sent(both.offer()));
            var offered = both.offer();
            var thief = Suite.CLASSIC.generateKeyPair(RandomSource.secure());
            var forging = new ChipEnrolment(Suite.CLASSIC.signer(thief.pkcs8(), List.of()), RandomSource.secure());
            var again = both.ask(sent(offered));

            var forged = forging.next(
                    again.state(), new ChipEnrolmentEvent.CodeEntered(both.newKey.spki(), CODE.toCharArray()));

            assertThat(asked.effect()).isEqualTo(new ChipEnrolmentEffect.AskActivationCode());
            assertStatus(StatusCode.BAD_MESSAGE, () -> both.receive(offered.state(), sent(forged)));
        }

        @Test
        void renewalThatTheOldKeyDidNotSignIsRefused() throws Exception {
            var offered = renewing.offer();
            var asked = renewing.ask(sent(offered));
            Signer thief = withChainOf(
                    renewing.authority.issue("thief", CertificatePurpose.CHIP), renewing.oldKey.certificateChain());

            var forged = renewing.chip.next(
                    asked.state(), new ChipEnrolmentEvent.RenewalConfirmed(renewing.newKey.spki(), thief));

            assertStatus(StatusCode.BAD_MESSAGE, () -> renewing.receive(offered.state(), sent(forged)));
        }

        private static Signer withChainOf(Signer signer, List<byte[]> chain) {
            return new Signer() {
                @Override
                public Suite suite() {
                    return signer.suite();
                }

                @Override
                public byte[] sign(byte[] toBeSigned) {
                    return signer.sign(toBeSigned);
                }

                @Override
                public List<byte[]> certificateChain() {
                    return chain;
                }
            };
        }

        @Test
        void requestForTheOtherPurposeIsRefused() throws Exception {
            var offered = both.offer();
            var needed =
                    (ChipEnrolmentState.ConsentNeeded) both.ask(sent(offered)).state();
            var turned = new ChipEnrolmentState.ConsentNeeded(
                    needed.sessionId(),
                    needed.offer(),
                    needed.bankSpki(),
                    needed.bank(),
                    EnrolmentPurpose.RENEWAL,
                    "alice");

            var forged =
                    both.chip.next(turned, new ChipEnrolmentEvent.RenewalConfirmed(both.newKey.spki(), both.oldKey));

            assertStatus(StatusCode.BAD_MESSAGE, () -> both.receive(offered.state(), sent(forged)));
        }

        @Test
        void certificateForAnotherKeyOrPurposeOrFromAnotherRootIsRefused() throws Exception {
            var other = Suite.CLASSIC.generateKeyPair(RandomSource.secure());
            var stranger = new TestAuthority("Harbour Root");

            refusedCertificate(both.authority.certify("slot-1", other.spki(), CertificatePurpose.CHIP));
            refusedCertificate(both.authority.certify("slot-1", both.newKey.spki(), CertificatePurpose.BANK));
            refusedCertificate(stranger.certify("slot-1", both.newKey.spki(), CertificatePurpose.CHIP));
        }

        /** The bank's own end refuses to send a certificate for another key, so the message is made by hand. */
        private void refusedCertificate(byte[] certificate) throws ProtocolException {
            var run = both.run();
            var presented =
                    (BankEnrolmentState.RequestPresented) run.presented().state();
            Established shared = presented.shared();
            byte[] payload = new CertificateIssued(shared.transcriptHash(), List.of(certificate)).encode();
            byte[] signed = CoseSign1.sign(both.bankSigner, CoseSign1.Use.CERTIFICATE_ISSUED, payload)
                    .encode();
            byte[] message = Channel.seal(
                    shared, Direction.BANK_TO_CHIP, 0, new EnrolmentContents.SignedCertificateIssued(signed));
            assertStatus(
                    StatusCode.BAD_MESSAGE, () -> both.receive(run.requested().state(), message));
        }

        @Test
        void bankRefusesToSendACertificateForAnotherKey() throws Exception {
            var run = both.run();
            var other = Suite.CLASSIC.generateKeyPair(RandomSource.secure());
            byte[] certificate = both.authority.certify("slot-1", other.spki(), CertificatePurpose.CHIP);
            var issued = new BankEnrolmentEvent.Issued(List.of(certificate));

            assertThatThrownBy(() -> both.bank.next(run.presented().state(), issued))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void messagesOfAPaymentDoNotOpenInAnEnrolment() throws Exception {
            var payment = new SessionFixture();
            var allowed = payment.allowed();
            var run = both.run();

            assertThatThrownBy(() -> both.receive(run.issued().state(), SessionFixture.sent(allowed.bank())))
                    .isInstanceOf(ProtocolException.class);
            assertThatThrownBy(() -> both.receive(
                            run.offered().state(),
                            SessionFixture.sent(payment.accept(SessionFixture.sent(payment.offer())))))
                    .isInstanceOf(ProtocolException.class);
        }

        private byte[] offerBy(Signer signer) {
            var impostor = new BankEnrolment(new BankIdentity("harbour", signer), RandomSource.secure());
            return sent(impostor.open(new EnrolmentTerms(
                    SESSION_ID, TestAuthority.NOW, EnrolmentOffer.MOST_TIME_TO_LIVE, EnrolmentPurpose.NEW)));
        }

        private void assertNotAvailable(byte[] offer) {
            assertStatus(StatusCode.NOT_AVAILABLE, () -> both.ask(offer));
        }
    }

    @Nested
    class Secrecy {
        @Test
        void nothingThatPassesThroughThePcShowsWhatIsInside() throws Exception {
            for (var both : List.of(both, renewing)) {
                var run = both.run();
                for (byte[] message :
                        List.of(sent(run.requested()), sent(run.issued()), sent(run.keySet()), sent(run.concluded()))) {
                    assertThat(new String(message, StandardCharsets.ISO_8859_1))
                            .doesNotContain(
                                    "alice", CODE, "slot-1", new String(RIGHT_KEY, StandardCharsets.ISO_8859_1));
                }
            }
        }

        @Test
        void statesAndEventsDoNotPrintTheirSecrets() throws Exception {
            var run = both.run();
            assertThat(run.presented().effect().toString()).isEqualTo("VerifyActivation[secret]");
            assertThat(run.keyPresented().effect().toString()).isEqualTo("EnableSlot[secret]");
            assertThat(run.asked().state().toString()).isEqualTo("ConsentNeeded[secret]");
            assertThat(run.keySet().state().toString()).isEqualTo("AwaitingResult[secret]");
            assertThat(new ChipEnrolmentEvent.CodeEntered(new byte[0], CODE.toCharArray()).toString())
                    .isEqualTo("CodeEntered[secret]");
        }
    }

    private interface Step {
        void run() throws ProtocolException;
    }

    private static void assertStatus(StatusCode status, Step step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        ProtocolException.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
