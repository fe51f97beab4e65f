package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.session.AuthorizationProof;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A payment on the phone, and that nothing of it happens twice. */
class PaymentOnPhoneTest extends EngineSetting {
    @Nested
    class Payment {

        @BeforeEach
        void plugIn() throws Exception {
            phone.ready();
        }

        @Test
        void approvedPaymentIsPaidAndEveryResultIsInTheFlash() throws Exception {
            LinkReply.Ended ended = pay(order('a'), Decision.APPROVED);

            assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
            assertThat(phone.text()).isEqualTo("Harbour Bank\nPaid\n128.00 CNY\nto Lotus Tea House");
            assertThat(bank.settled).extracting(AuthorizationProof::decision).containsExactly(Decision.APPROVED);
            List<PhoneRecord> records = records(0);
            assertThat(records).extracting(PhoneRecord::result).containsExactly(SlotResult.ALLOWED, SlotResult.PAID);
            assertThat(records.getLast().receipt())
                    .isEqualTo(ended.outcome().receipt())
                    .isNotEmpty();
            assertThat(records.getLast().evidence()).isNotEmpty();
            assertThat(records(records.getFirst().number())).hasSize(1);
            assertThat(board().lastResult()).isEqualTo(SlotResult.PAID);
        }

        @Test
        void declinedPaymentIsSignedAsDeclined() throws Exception {
            LinkReply.Ended ended = pay(order('a'), Decision.DECLINED);

            assertThat(ended.outcome().result()).isEqualTo(SlotResult.DECLINED);
            assertThat(bank.settled).extracting(AuthorizationProof::decision).containsExactly(Decision.DECLINED);
            assertThat(phone.text()).contains("\nDeclined\n");
        }

        @Test
        void screensFollowThePayment() throws Exception {
            phone.screens.clear();
            pay(order('a'), Decision.APPROVED);

            assertThat(phone.screens)
                    .extracting(text -> text.lines().skip(1).findFirst().orElse(""))
                    .containsExactly(
                            "Opening a sealed session",
                            "Payment key",
                            "The bank is checking",
                            "Pay 128.00 CNY to Lotus Tea House",
                            "Waiting for the bank",
                            "Paid");
        }

        @Test
        void approveBeforeTheEndOfTheTextDoesNothing() throws Exception {
            RequestToken asked = untilApproval(order('a'));

            phone.act(new UserAction.Approve());

            assertThat(phone.isAnswered(asked)).isFalse();
            phone.approve();
            assertThat(phone.isAnswered(asked)).isTrue();
        }

        @Test
        void wrongPaymentKeyIsToldAndAskedAgain() throws Exception {
            byte[] response = forwarded(typed(untilKey(order('a')), WRONG_KEY));

            RequestToken again = phone.send(relay(bank.answer(response)));

            assertThat(phone.text()).isEqualTo("Harbour Bank\nPayment key\nWrong payment key, 9 tries left");
            assertThat(phone.statuses.getLast())
                    .isEqualTo(new PhoneStatus(WaitReason.WAIT_USER, Stage.PAYMENT_KEY_WRONG, 120, OptionalInt.of(9)));
            assertThat(board().attemptsLeft()).isEqualTo(9);
            assertThat(board().lastResult()).isEqualTo(SlotResult.FAILED);
            phone.send(relay(bank.answer(forwarded(typed(again, RIGHT_KEY)))));
            assertThat(board().attemptsLeft()).isEqualTo(10);
            assertThat(records(0))
                    .extracting(PhoneRecord::result)
                    .containsExactly(SlotResult.FAILED, SlotResult.ALLOWED);
        }

        @Test
        void tenthWrongKeyErasesTheKeysAndKeepsTheHistory() throws Exception {
            RequestToken asked = untilKey(order('a'));
            for (int i = 0; i < 10; i++) {
                asked = phone.send(relay(bank.answer(forwarded(typed(asked, WRONG_KEY)))));
            }

            assertThat(((LinkReply.Ended) phone.reply(asked)).outcome().result())
                    .isEqualTo(SlotResult.VOID);
            assertThat(phone.text()).contains("Certificate void");
            assertThat(phone.flash().key(TestBank.SLOT_ID)).isEmpty();
            assertThat(board().enabled()).isFalse();
            assertThat(board().attemptsLeft()).isZero();
            assertThat(records(0))
                    .hasSize(10)
                    .last()
                    .extracting(PhoneRecord::result)
                    .isEqualTo(SlotResult.VOID);
            assertThat(phone.call(phone.opening(bank.offer(order('b'))))).isEqualTo(refusal(StatusCode.NOT_AVAILABLE));
        }

        @Test
        void counterGrowsAndEvidenceIsChained() throws Exception {
            pay(order('a'), Decision.APPROVED);
            pay(order('b'), Decision.DECLINED);
            pay(order('c'), Decision.APPROVED);

            assertThat(bank.settled).extracting(AuthorizationProof::counter).containsExactly(1L, 2L, 3L);
            assertThat(bank.settled.get(0).previousHash()).isEqualTo(new byte[32]);
            assertThat(bank.settled.get(1).previousHash())
                    .isEqualTo(bank.settled.get(0).evidenceHash());
            assertThat(bank.settled.get(2).previousHash())
                    .isEqualTo(bank.settled.get(1).evidenceHash());
        }

        @Test
        void cancelOnThePhoneEndsTheSessionWithoutATry() throws Exception {
            RequestToken asked = untilKey(order('a'));

            phone.act(new UserAction.Cancel());

            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.CANCELLED));
            assertThat(phone.text()).contains("Cancelled");
            assertThat(bank.attemptsLeft()).isEqualTo(10);
        }

        @Test
        void cancelOfTheComputerEndsWhatIsNotSigned() throws Exception {
            RequestToken asked = untilApproval(order('a'));

            phone.event(new EngineEvent.RequestCancelled(asked));

            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.CANCELLED));
            assertThat(bank.settled).isEmpty();
        }

        @Test
        void cancelAfterTheSignatureChangesNothing() throws Exception {
            RequestToken asked = untilApproval(order('a'));
            phone.approve();
            LinkReply signed = phone.reply(asked);

            phone.event(new EngineEvent.RequestCancelled(asked));

            assertThat(phone.reply(asked)).isSameAs(signed);
        }

        @Test
        void unansweredQuestionTimesOut() throws Exception {
            RequestToken asked = untilKey(order('a'));
            phone.pass(Duration.ofSeconds(119));
            assertThat(phone.isAnswered(asked)).isFalse();
            assertThat(phone.statuses.getLast().secondsLeft()).isEqualTo(1);

            phone.pass(Duration.ofSeconds(1));

            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.TIMEOUT));
            assertThat(phone.text()).contains("Timed out");
        }

        @Test
        void lockingHidesTheQuestionAndUnlockingShowsItAgain() throws Exception {
            untilKey(order('a'));

            phone.act(new UserAction.Lock());

            assertThat(phone.text()).startsWith("Locked");
            assertThat(phone.statuses.getLast().reason()).isEqualTo(WaitReason.WAIT_UNLOCK);
            phone.type(RIGHT_KEY);
            phone.act(new UserAction.Unlock());
            assertThat(phone.text()).contains("Payment key");
        }

        @Test
        void typedDigitsAreZeroed() throws Exception {
            untilKey(order('a'));
            char[] digits = RIGHT_KEY.toCharArray();

            phone.act(new UserAction.DigitsTyped(digits));

            assertThat(digits).containsOnly('\0');
        }

        @Test
        void newPaymentTakesThePlaceOfOneThatStillAsks() throws Exception {
            untilApproval(order('a'));

            LinkReply.Ended ended = pay(order('b'), Decision.APPROVED);

            assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
            assertThat(bank.settled).extracting(AuthorizationProof::request).containsExactly(order('b'));
        }
    }

    @Nested
    class OnceAndNoMore {

        @BeforeEach
        void plugIn() throws Exception {
            phone.ready();
        }

        @Test
        void sameBytesGetTheStoredBytes() throws Exception {
            byte[] offer = bank.offer(order('a'));
            byte[] accept = forwarded(phone.send(phone.opening(offer)));
            byte[] challenge = bank.answer(accept);
            RequestToken key = phone.send(relay(challenge));
            byte[] response = forwarded(typed(key, RIGHT_KEY));
            byte[] login = bank.answer(response);
            RequestToken approval = phone.send(relay(login));
            phone.approve();
            byte[] authorization = forwarded(approval);
            byte[] receipt = bank.answer(authorization);
            LinkReply ended = phone.call(relay(receipt));

            phone.restart();
            phone.ready();

            assertThat(forwarded(phone.send(phone.opening(offer)))).isEqualTo(accept);
            assertThat(forwarded(phone.send(relay(challenge)))).isEqualTo(response);
            assertThat(forwarded(phone.send(relay(login)))).isEqualTo(authorization);
            assertThat(((LinkReply.Ended) phone.call(relay(receipt))).outcome().receipt())
                    .isEqualTo(((LinkReply.Ended) ended).outcome().receipt());
            assertThat(records(0)).hasSize(2);
        }

        @Test
        void otherBytesForADoneStepChangeNothing() throws Exception {
            byte[] accept = forwarded(phone.send(phone.opening(bank.offer(order('a')))));
            byte[] challenge = bank.answer(accept);
            byte[] damaged = challenge.clone();
            damaged[damaged.length - 1] ^= 1;

            assertThat(phone.call(relay(damaged))).isInstanceOf(LinkReply.Refusal.class);

            phone.send(relay(challenge));
            assertThat(phone.text()).contains("Payment key");
        }

        @Test
        void questionStaysWhileTheCableIsOutAndAnswersTheNewLink() throws Exception {
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            RequestToken lost = phone.send(relay(challenge));
            phone.event(new EngineEvent.LinkClosed());
            assertThat(phone.text()).contains("Payment key");

            phone.replug();
            RequestToken again = phone.send(relay(challenge));
            phone.type(RIGHT_KEY);

            assertThat(phone.isAnswered(lost)).isFalse();
            assertThat(bank.answer(forwarded(again))).isNotEmpty();
        }

        @Test
        void answerGivenWhileTheCableIsOutWaitsForTheNewLink() throws Exception {
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            phone.send(relay(challenge));
            phone.event(new EngineEvent.LinkClosed());
            phone.type(RIGHT_KEY);

            phone.replug();

            assertThat(bank.answer(forwarded(phone.send(relay(challenge))))).isNotEmpty();
        }

        @Test
        void restartAsksTheSameQuestionAgain() throws Exception {
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            byte[] login = bank.answer(forwarded(typed(phone.send(relay(challenge)), RIGHT_KEY)));
            phone.send(relay(login));

            phone.restart();
            phone.act(new UserAction.Unlock());

            assertThat(phone.text()).contains("Pay 128.00 CNY to Lotus Tea House");
            phone.replug();
            RequestToken again = phone.send(relay(login));
            phone.approve();
            bank.answer(forwarded(again));
            assertThat(bank.settled).hasSize(1);
        }

        @Test
        void secondOfferForASignedOrderIsNotAskedAgain() throws Exception {
            untilApproval(order('a'));
            phone.approve();

            RequestToken key = untilKey(order('a'));
            RequestToken login = phone.send(relay(bank.answer(forwarded(typed(key, RIGHT_KEY)))));

            bank.answer(forwarded(login));
            assertThat(bank.settled).extracting(AuthorizationProof::decision).containsExactly(Decision.APPROVED);
        }

        @Test
        void changedOrderUnderTheSameIdIsAskedAgain() throws Exception {
            untilApproval(order('a'));
            phone.approve();

            untilApproval(order('a', "Mallory"));

            assertThat(phone.text()).contains("Pay 128.00 CNY to Mallory");
        }

        @Test
        void sessionIsGoneAfterItsTimeAndItsKeysWithIt() throws Exception {
            untilApproval(order('a'));
            phone.pass(Duration.ofMinutes(16));

            assertThat(phone.flash().sessions()).isEmpty();
            assertThat(phone.call(relay(new byte[1]))).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }
    }

    // The steps of a payment

    private LinkReply.Ended pay(PaymentRequest order, Decision decision) throws Exception {
        RequestToken asked = untilApproval(order);
        if (decision == Decision.APPROVED) {
            phone.approve();
        } else {
            phone.act(new UserAction.Decline());
        }
        return (LinkReply.Ended) phone.call(relay(bank.answer(forwarded(asked))));
    }

    private SlotInfo board() throws Exception {
        return ((LinkReply.Slots) phone.call(new LinkRequest.ListSlots()))
                .slots()
                .getFirst();
    }

    private List<PhoneRecord> records(long since) throws Exception {
        return ((LinkReply.Records) phone.call(new LinkRequest.ListRecords(since))).records();
    }
}
