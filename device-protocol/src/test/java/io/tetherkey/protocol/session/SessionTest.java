package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.SessionFixture.NEXT_RANDOM;
import static io.tetherkey.protocol.session.SessionFixture.REQUEST;
import static io.tetherkey.protocol.session.SessionFixture.RIGHT_KEY;
import static io.tetherkey.protocol.session.SessionFixture.WRONG_KEY;
import static io.tetherkey.protocol.session.SessionFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTest {
    private final SessionFixture both = new SessionFixture();

    @Nested
    class Payment {
        static Stream<Arguments> suitesAndDecisions() {
            return Arrays.stream(Suite.values())
                    .flatMap(suite -> Arrays.stream(Decision.values()).map(d -> Arguments.of(suite, d)));
        }

        @ParameterizedTest
        @MethodSource("suitesAndDecisions")
        void endsWithTheBanksVerdictOnThePhone(Suite suite, Decision decision) throws ProtocolException {
            var both = new SessionFixture(suite);
            var allowed = both.allowed();
            assertThat(allowed.chip().effect()).isEqualTo(new ChipEffect.AskApproval(REQUEST));

            ChipStep decided = both.decide(allowed.chip().state(), decision);
            BankStep authorized = both.bank.next(allowed.bank().state(), new BankEvent.Received(sent(decided)));
            var proof = ((BankEffect.Settle) authorized.effect()).proof();
            assertThat(proof.decision()).isEqualTo(decision);
            assertThat(proof.request()).isEqualTo(REQUEST);
            assertThat(proof.matches(RIGHT_KEY)).isTrue();
            assertThat(proof.matches(WRONG_KEY)).isFalse();

            Verdict verdict = decision == Decision.APPROVED ? Verdict.PAID : Verdict.DECLINED;
            byte[] receipt = both.receipt(proof, verdict);
            BankStep settled = both.bank.next(authorized.state(), new BankEvent.Settled(receipt));
            ChipStep ended = both.chip.next(decided.state(), new ChipEvent.Received(sent(settled)));
            var finish = (ChipEffect.Finish) ended.effect();
            assertThat(finish.request()).isEqualTo(REQUEST);
            assertThat(finish.outcome().result())
                    .isEqualTo(decision == Decision.APPROVED ? SlotResult.PAID : SlotResult.DECLINED);
            assertThat(finish.outcome().receipt()).isEqualTo(receipt);
        }

        @Test
        void evidenceLeavesThePhoneWithoutThePayment() throws ProtocolException, SealException {
            ChipStep decided = both.decide(both.allowed().chip().state(), Decision.APPROVED);
            var awaiting = (ChipState.AwaitingReceipt) decided.state();
            byte[] detached = awaiting.detachedEvidence();

            assertThat(new String(detached, StandardCharsets.UTF_8)).doesNotContain("Lotus", "6200 0000");
            var evidence = Evidence.attach(detached, REQUEST);
            assertThat(evidence.hash()).isEqualTo(awaiting.evidenceHash());
            assertThat(evidence.facts().decision()).isEqualTo(Decision.APPROVED);
        }

        @Test
        void evidenceDoesNotHoldForAnotherAmount() throws ProtocolException, SealException {
            ChipStep decided = both.decide(both.allowed().chip().state(), Decision.APPROVED);
            byte[] detached = ((ChipState.AwaitingReceipt) decided.state()).detachedEvidence();
            var dearer = new PaymentRequest(
                    REQUEST.orderId(),
                    REQUEST.orderHash(),
                    REQUEST.payee(),
                    REQUEST.payeeAccount(),
                    new Money(12_801, "CNY"),
                    REQUEST.expiresAt());
            byte[] chipKey = allowedChipKey();

            assertThat(Evidence.attach(detached, REQUEST).isSignedBy(chipKey)).isTrue();
            assertThat(Evidence.attach(detached, dearer).isSignedBy(chipKey)).isFalse();
        }

        private byte[] allowedChipKey() {
            try {
                return Certificates.spki(both.chipSigner.certificateChain().getFirst());
            } catch (CertificateException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class Login {
        @Test
        void wrongKeyIsToldWithANewChallengeAndTheRightOneStillWorks() throws ProtocolException {
            var asked = both.asked(SessionPurpose.PAYMENT);
            assertThat(asked.chip().effect()).isEqualTo(new ChipEffect.AskPaymentKey(10, ChipState.Try.FIRST));

            var wrong = both.typed(asked, WRONG_KEY);
            assertThat(proof(wrong.bank()).matches(RIGHT_KEY)).isFalse();
            var again = both.told(wrong, new BankEvent.LoginFailed(9, NEXT_RANDOM));
            assertThat(again.chip().effect()).isEqualTo(new ChipEffect.AskPaymentKey(9, ChipState.Try.AGAIN));

            var right = both.typed(again, RIGHT_KEY);
            assertThat(proof(right.bank()).matches(RIGHT_KEY)).isTrue();
        }

        @Test
        void voidErasesTheSlot() throws ProtocolException {
            var wrong = both.typed(SessionPurpose.PAYMENT, WRONG_KEY);
            ChipStep erased = both.told(wrong, new BankEvent.LoginVoided()).chip();

            assertThat(erased.state()).isInstanceOf(ChipState.Closed.class);
            assertThat(((ChipEffect.EraseSlot) erased.effect()).outcome().result())
                    .isEqualTo(SlotResult.VOID);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void allowedAndFailedAndVoidHaveOneLength(Suite suite) throws ProtocolException {
            var both = new SessionFixture(suite);
            var wrong = both.typed(SessionPurpose.PAYMENT, WRONG_KEY);
            BankState judged = wrong.bank().state();
            int allowed = sent(both.bank.next(judged, new BankEvent.LoginAllowed(REQUEST))).length;

            assertThat(sent(both.bank.next(judged, new BankEvent.LoginFailed(9, NEXT_RANDOM))))
                    .hasSize(allowed);
            assertThat(sent(both.bank.next(judged, new BankEvent.LoginVoided())))
                    .hasSize(allowed);
            var confirm = both.allowed().chip().state();
            assertThat(sent(both.decide(confirm, Decision.APPROVED)))
                    .hasSameSizeAs(sent(both.decide(confirm, Decision.DECLINED)))
                    .hasSameSizeAs(sent(wrong.chip()));
        }

        private ResponseProof proof(BankStep step) {
            return ((BankEffect.JudgeResponse) step.effect()).proof();
        }
    }

    @Nested
    class StoredStates {
        @Test
        void survivesARestartOfBothEndsAtEveryStep() throws ProtocolException, CborException {
            BankStep offered = both.offer();
            ChipStep accepted = both.accept(sent(offered));
            BankStep challenged = both.challenge(stored(offered.state()), sent(accepted));
            ChipStep asked = both.chip.next(stored(accepted.state()), new ChipEvent.Received(sent(challenged)));
            ChipStep responded = both.chip.next(stored(asked.state()), new ChipEvent.PaymentKeyEntered(RIGHT_KEY));
            BankStep answered = both.bank.next(stored(challenged.state()), new BankEvent.Received(sent(responded)));
            BankStep login = both.bank.next(answered.state(), new BankEvent.LoginAllowed(REQUEST));
            ChipStep shown = both.chip.next(stored(responded.state()), new ChipEvent.Received(sent(login)));
            ChipStep decided = both.decide(stored(shown.state()), Decision.APPROVED);
            BankStep authorized = both.bank.next(stored(login.state()), new BankEvent.Received(sent(decided)));
            byte[] receipt = both.receipt(((BankEffect.Settle) authorized.effect()).proof(), Verdict.PAID);
            BankStep settled = both.bank.next(authorized.state(), new BankEvent.Settled(receipt));
            ChipStep ended = both.chip.next(stored(decided.state()), new ChipEvent.Received(sent(settled)));

            assertThat(((ChipEffect.Finish) ended.effect()).outcome().result()).isEqualTo(SlotResult.PAID);
            BankStep again = both.bank.next(stored(settled.state()), new BankEvent.Received(sent(decided)));
            assertThat(sent(again)).isEqualTo(sent(settled));
        }

        private BankState stored(BankState state) throws CborException {
            return BankStateCodec.decode(BankStateCodec.encode(state));
        }

        private ChipState stored(ChipState state) throws CborException {
            return ChipStateCodec.decode(ChipStateCodec.encode(state));
        }
    }

    @Nested
    class Secrecy {
        @Test
        void nothingThatPassesThroughThePcShowsWhatIsInside() throws ProtocolException {
            BankStep offered = both.offer();
            ChipStep accepted = both.accept(sent(offered));
            var allowed = both.allowed();
            ChipStep decided = both.decide(allowed.chip().state(), Decision.APPROVED);
            for (byte[] message : List.of(sent(offered), sent(accepted), sent(allowed.bank()), sent(decided))) {
                assertThat(new String(message, StandardCharsets.UTF_8))
                        .doesNotContain("alice", "secret-password", "Lotus", "6200 0000", "CNY");
            }
        }

        @Test
        void statesWithKeysDoNotPrintThem() throws ProtocolException {
            assertThat(both.allowed().chip().state().toString()).isEqualTo("ConfirmNeeded[secret]");
            assertThat(both.input(new byte[0]).toString()).isEqualTo("OfferInput[secret]");
        }
    }

    @Test
    void signatureForOneUseDoesNotHoldForAnother() throws SealException {
        var signed = CoseSign1.parse(CoseSign1.signWithChain(both.bankSigner, CoseSign1.Use.RECEIPT, new byte[] {1})
                .encode());
        byte[] key = spki();
        assertThat(signed.isSignedBy(key, CoseSign1.Use.RECEIPT)).isTrue();
        assertThat(signed.isSignedBy(key, CoseSign1.Use.OFFER)).isFalse();
    }

    private byte[] spki() {
        try {
            return Certificates.spki(both.bankSigner.certificateChain().getFirst());
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
