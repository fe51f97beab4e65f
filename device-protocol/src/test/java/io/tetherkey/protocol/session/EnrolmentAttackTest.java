package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.EnrolmentFixture.CODE;
import static io.tetherkey.protocol.session.EnrolmentFixture.sent;
import static io.tetherkey.protocol.session.Refusals.assertStatus;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody on the way, or a false end, can do to an enrolment. */
class EnrolmentAttackTest extends EnrolmentEnds {
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
}
