package io.tetherkey.protocol.session;

import static io.tetherkey.protocol.session.EnrolmentFixture.CODE;
import static io.tetherkey.protocol.session.EnrolmentFixture.sent;
import static io.tetherkey.protocol.session.Refusals.assertStatus;
import static io.tetherkey.protocol.session.SessionFixture.RIGHT_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentTest extends EnrolmentEnds {
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

        private void conflict(Refusals.Step step) {
            assertThatThrownBy(step::run)
                    .isInstanceOfSatisfying(
                            ProtocolException.class,
                            e -> assertThat(e.status()).isIn(StatusCode.CONFLICT, StatusCode.BAD_ENCODING));
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
}
