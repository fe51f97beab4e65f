package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.Refusals.assertStatus;
import static io.tetherkey.protocol.session.SessionFixture.RIGHT_KEY;
import static io.tetherkey.protocol.session.SessionFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.TestAuthority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which Offers a chip does not answer, and what somebody on the way can do to a session. */
class SessionAttackTest {
    private final SessionFixture both = new SessionFixture();

    @Nested
    class OfferRules {
        @Test
        void foreignBankIsNotAvailable() {
            var stranger = new SessionFixture();
            assertNotAvailable(sent(stranger.offer()));
        }

        @Test
        void chipCertificateCannotSignAnOffer() throws ProtocolException {
            var impostor = new BankSession(
                    new BankIdentity("harbour", both.authority.issue("harbour", CertificatePurpose.CHIP)),
                    RandomSource.secure());
            var terms = new OfferTerms(
                    SessionFixture.SESSION_ID,
                    TestAuthority.NOW,
                    Offer.MOST_TIME_TO_LIVE,
                    SessionFixture.filled(32, 9));
            assertNotAvailable(sent(impostor.open(terms)));
        }

        @Test
        void oldOfferIsNotAvailable() {
            var old = new OfferTerms(
                    SessionFixture.SESSION_ID,
                    TestAuthority.NOW.minus(Offer.MOST_TIME_TO_LIVE).minus(OfferCheck.CLOCK_SKEW),
                    Offer.MOST_TIME_TO_LIVE,
                    SessionFixture.filled(32, 9));
            assertNotAvailable(sent(both.bank.open(old)));
        }

        @Test
        void slotWithAHigherLeastSuiteDoesNotAnswer() {
            var strict = new SlotView("slot-1", "harbour", 3, both.authority.root(), both.slot.certificateChain());
            byte[] offer = sent(both.offer());
            assertStatus(StatusCode.NOT_AVAILABLE, () -> both.chip.open(both.input(offer), strict));
        }

        @Test
        void signedOfferThatCannotBeReadIsNotAvailable() throws CborException {
            var good = CborMapReader.of(payload(sent(both.offer())));
            var other = new CborMapWriter().put(1, 2);
            for (int field = 2; field <= 10; field++) {
                other.put(field, good.value(field));
            }
            byte[] ofVersion2 = other.encode();
            byte[] noMap = {0x00};
            for (byte[] payload : List.of(ofVersion2, noMap)) {
                assertNotAvailable(CoseSign1.signWithChain(both.bankSigner, CoseSign1.Use.OFFER, payload)
                        .encode());
            }
        }

        private byte[] payload(byte[] offer) {
            try {
                return CoseSign1.parse(offer).payload();
            } catch (SealException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void everyDamagedByteIsNotAvailable() {
            byte[] offer = sent(both.offer());
            for (int i = 0; i < offer.length; i++) {
                byte[] damaged = offer.clone();
                damaged[i] ^= 0x01;
                assertNotAvailable(damaged);
            }
        }

        private void assertNotAvailable(byte[] offer) {
            assertStatus(StatusCode.NOT_AVAILABLE, () -> both.accept(offer));
        }
    }

    @Nested
    class Attacker {
        @Test
        void everyDamagedByteOfAnAcceptIsRefused() {
            BankStep offered = both.offer();
            byte[] accept = sentAccept(sent(offered));
            for (int i = 0; i < accept.length; i += 7) {
                byte[] damaged = accept.clone();
                damaged[i] ^= 0x20;
                assertThatThrownBy(() -> both.bank.next(offered.state(), new BankEvent.Received(damaged)))
                        .isInstanceOf(ProtocolException.class);
            }
        }

        @Test
        void acceptSealedBySomebodyElseWithTheChipsCertificateFailsAtItsSignature() throws ProtocolException {
            var thief = new ChipSession(both.authority.issue("thief", CertificatePurpose.CHIP), RandomSource.secure());
            BankStep offered = both.offer();
            ChipStep forged = thief.open(both.input(sent(offered)), both.slot);
            BankStep presented = both.bank.next(offered.state(), new BankEvent.Received(sent(forged)));

            assertStatus(
                    StatusCode.BAD_MESSAGE,
                    () -> both.bank.next(presented.state(), new BankEvent.CertificateVerified()));
        }

        @Test
        void messagesOfOneEndDoNotOpenAtTheSameEnd() throws ProtocolException {
            var allowed = both.allowed();
            ChipStep decided = both.decide(allowed.chip().state(), Decision.APPROVED);
            assertThatThrownBy(() -> both.chip.next(decided.state(), new ChipEvent.Received(sent(decided))))
                    .isInstanceOf(ProtocolException.class);
        }

        @Test
        void everyMessageSentTwiceGivesTheStoredAnswer() throws ProtocolException {
            BankStep offered = both.offer();
            ChipStep accepted = both.accept(sent(offered));
            BankStep challenged = both.challenge(offered.state(), sent(accepted));
            BankStep acceptAgain = both.bank.next(challenged.state(), new BankEvent.Received(sent(accepted)));
            assertThat(acceptAgain.effect()).isInstanceOf(BankEffect.Resend.class);
            assertThat(sent(acceptAgain)).isEqualTo(sent(challenged));

            ChipStep asked = both.chip.next(accepted.state(), new ChipEvent.Received(sent(challenged)));
            ChipStep askedAgain = both.chip.next(asked.state(), new ChipEvent.Received(sent(challenged)));
            assertThat(askedAgain.effect()).isEqualTo(asked.effect());
            ChipStep responded = both.chip.next(asked.state(), new ChipEvent.PaymentKeyEntered(RIGHT_KEY));
            ChipStep respondedAgain = both.chip.next(responded.state(), new ChipEvent.Received(sent(challenged)));
            assertThat(sent(respondedAgain)).isEqualTo(sent(responded));
        }

        @Test
        void messagesOutOfTurnAreConflictsInEveryState() throws ProtocolException {
            var allowed = both.allowed();
            List<byte[]> strange = new ArrayList<>();
            strange.add(sent(both.offer()));
            strange.add(sentAccept(sent(both.offer())));
            strange.add(sent(both.decide(new SessionFixture().allowed().chip().state(), Decision.APPROVED)));
            strange.add(new byte[0]);
            strange.add(new byte[] {(byte) 0xA0});
            for (byte[] message : strange) {
                assertThatThrownBy(() -> both.bank.next(allowed.bank().state(), new BankEvent.Received(message)))
                        .isInstanceOf(ProtocolException.class);
                assertThatThrownBy(() -> both.chip.next(allowed.chip().state(), new ChipEvent.Received(message)))
                        .isInstanceOf(ProtocolException.class);
            }
        }

        private byte[] sentAccept(byte[] offer) {
            try {
                return sent(both.accept(offer));
            } catch (ProtocolException e) {
                throw new AssertionError(e);
            }
        }
    }
}
