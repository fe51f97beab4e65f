package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PhoneEngineTest extends EngineSetting {
    @Nested
    class LockedOrUntrusted {

        @Test
        void lockedPhoneTellsNothingOfWhatItHolds() throws Exception {
            phone.event(new EngineEvent.LinkOpened());

            LinkReply.PhoneInfo info = (LinkReply.PhoneInfo) phone.call(new LinkRequest.GetPhoneInfo());

            assertThat(phone.text()).startsWith("Locked\n");
            assertThat(info.locked()).isTrue();
            assertThat(info.trusted()).isFalse();
            assertThat(info.model()).isEqualTo("TetherKey phone");
            for (LinkRequest request : everyOtherRequest()) {
                assertThat(phone.call(request)).isEqualTo(refusal(StatusCode.LOCKED));
            }
        }

        @Test
        void computerThatIntroducesItselfWaitsForTheUnlocking() throws Exception {
            phone.event(new EngineEvent.LinkOpened());
            RequestToken known = phone.send(new LinkRequest.TrustComputer(TestBank.COMPUTER, "Alice’s PC"));
            assertThat(phone.isAnswered(known)).isFalse();
            assertThat(phone.statuses)
                    .containsExactly(new PhoneStatus(WaitReason.WAIT_UNLOCK, Stage.UNLOCK, 60, OptionalInt.empty()));

            phone.act(new UserAction.Unlock());

            assertThat(phone.reply(known)).isEqualTo(new LinkReply.Done());
        }

        @Test
        void lockingAndUnlockingIsToldThoughNobodyAsks() throws Exception {
            phone.event(new EngineEvent.LinkOpened());
            phone.act(new UserAction.Unlock());
            phone.act(new UserAction.Unlock());
            phone.act(new UserAction.Lock());

            assertThat(phone.lockNews)
                    .containsExactly(
                            new PhoneStatus(WaitReason.PROCESSING, Stage.IDLE, 0, OptionalInt.empty()),
                            new PhoneStatus(WaitReason.WAIT_UNLOCK, Stage.UNLOCK, 0, OptionalInt.empty()));
            assertThat(phone.statuses).isEmpty();
        }

        @Test
        void waitingForTheUnlockingHasAnEndAndCanBeCancelled() throws Exception {
            phone.event(new EngineEvent.LinkOpened());
            RequestToken late = phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));
            phone.pass(Duration.ofSeconds(60));
            assertThat(phone.reply(late)).isEqualTo(refusal(StatusCode.LOCKED));

            RequestToken given = phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));
            phone.event(new EngineEvent.RequestCancelled(given));
            assertThat(phone.reply(given)).isEqualTo(refusal(StatusCode.CANCELLED));
            phone.act(new UserAction.Unlock());
            assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
        }

        @Test
        void unknownComputerIsAskedForOnThePhoneAndRefusedUntilThen() throws Exception {
            phone.act(new UserAction.Unlock());
            phone.event(new EngineEvent.LinkOpened());
            assertThat(phone.call(new LinkRequest.ListSlots())).isEqualTo(refusal(StatusCode.CONSENT_REQUIRED));

            RequestToken asked = phone.send(new LinkRequest.TrustComputer(id(7), "Bob\u202E’s PC"));

            assertThat(phone.text()).startsWith("Trust this computer?\nBob‹U+202E›’s PC\n");
            assertThat(phone.isAnswered(asked)).isFalse();
            assertThat(phone.statuses)
                    .containsExactly(
                            new PhoneStatus(WaitReason.WAIT_CONSENT, Stage.TRUST_COMPUTER, 60, OptionalInt.empty()));
            phone.act(new UserAction.Approve());
            assertThat(phone.reply(asked)).isEqualTo(new LinkReply.Done());
            assertThat(phone.call(new LinkRequest.ListSlots())).isInstanceOf(LinkReply.Slots.class);
        }

        @Test
        void trustedComputerIsNotAskedForAgainButConsentLastsForOnePlugIn() throws Exception {
            phone.act(new UserAction.Unlock());
            phone.event(new EngineEvent.LinkOpened());
            assertThat(phone.call(new LinkRequest.TrustComputer(TestBank.COMPUTER, "x")))
                    .isEqualTo(new LinkReply.Done());

            phone.event(new EngineEvent.LinkOpened());

            assertThat(phone.call(new LinkRequest.ListSlots())).isEqualTo(refusal(StatusCode.CONSENT_REQUIRED));
        }

        @Test
        void distrustedComputerStaysOut() throws Exception {
            phone.act(new UserAction.Unlock());
            phone.event(new EngineEvent.LinkOpened());
            RequestToken asked = phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));

            phone.act(new UserAction.Decline());

            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.DECLINED));
            assertThat(phone.call(new LinkRequest.ListSlots())).isEqualTo(refusal(StatusCode.CONSENT_REQUIRED));
            assertThat(phone.flash().computers()).hasSize(1);
        }

        @Test
        void questionOfTrustEndsByItselfAndWithTheCable() throws Exception {
            phone.act(new UserAction.Unlock());
            phone.event(new EngineEvent.LinkOpened());
            RequestToken asked = phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));
            phone.pass(Duration.ofSeconds(60));
            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.TIMEOUT));

            phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));
            phone.event(new EngineEvent.LinkClosed());
            assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
        }

        private List<LinkRequest> everyOtherRequest() throws Exception {
            return List.of(
                    new LinkRequest.ListSlots(),
                    new LinkRequest.ListRecords(0),
                    new LinkRequest.Wink(),
                    phone.opening(bank.offer(order('a'))),
                    new LinkRequest.Relay(id(1), new byte[1]));
        }
    }

    @Nested
    class Attacks {

        @BeforeEach
        void plugIn() throws Exception {
            phone.ready();
        }

        @Test
        void everyBadOfferGetsTheOneAnswer() throws Exception {
            byte[] good = bank.offer(order('a'));
            byte[] damaged = good.clone();
            damaged[damaged.length - 1] ^= 1;
            byte[] foreign = new TestBank().offer(order('a'));
            LinkRequest.OpenSession open = phone.opening(good);

            LinkReply no = refusal(StatusCode.NOT_AVAILABLE);
            assertThat(phone.call(phone.opening(damaged))).isEqualTo(no);
            assertThat(phone.call(phone.opening(foreign))).isEqualTo(no);
            assertThat(phone.call(new LinkRequest.OpenSession("nobank", good, "x", open.credentials())))
                    .isEqualTo(no);
            assertThat(phone.flash().sessions()).isEmpty();
        }

        @Test
        void anotherTrustedComputerCannotTakeTheSessionOver() throws Exception {
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            phone.event(new EngineEvent.LinkOpened());
            phone.send(new LinkRequest.TrustComputer(id(7), "Bob’s PC"));
            phone.act(new UserAction.Approve());

            assertThat(phone.call(relay(challenge))).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }

        @Test
        void keysAndApprovalsOnOtherScreensChangeNothing() throws Exception {
            for (UserAction action : List.of(
                    new UserAction.Approve(), new UserAction.Decline(), new UserAction.Ok(), new UserAction.Cancel())) {
                phone.act(action);
                phone.type(RIGHT_KEY);
                assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
            }
        }

        @Test
        void paymentKeyOfAnotherFormIsNotTaken() throws Exception {
            RequestToken asked = untilKey(order('a'));
            for (String typed : List.of("", "13579", "1357900", "13579x")) {
                phone.type(typed);
            }
            assertThat(phone.isAnswered(asked)).isFalse();
        }

        @Test
        void rightOrWrongApprovedOrDeclinedHaveEqualSizes() throws Exception {
            byte[] wrong = forwarded(typed(untilKey(order('a')), WRONG_KEY));
            byte[] right = forwarded(typed(untilKey(order('b')), RIGHT_KEY));
            assertThat(wrong).hasSameSizeAs(right);

            RequestToken approval = untilApproval(order('c'));
            phone.approve();
            RequestToken refusal = untilApproval(order('d'));
            phone.act(new UserAction.Decline());
            assertThat(forwarded(approval)).hasSameSizeAs(forwarded(refusal));
        }
    }

    private static byte[] id(int value) {
        byte[] id = new byte[16];
        id[0] = (byte) value;
        return id;
    }
}
