package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.PatientEnroller.KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a slot that is enrolled: renewed, void, deleted. */
class EnrolledSlotTest extends EnrolmentSetting {
    @Nested
    class WithASlot {
        @BeforeEach
        void start() throws Exception {
            bank.provision(medium);
            enrolments.pin(medium);
            phone = new TestPhone(medium).ready();
        }

        @Test
        void enabledSlotExists() throws Exception {
            byte[] offer = enrolments.offer(EnrolmentPurpose.NEW);
            assertThat(phone.call(enrolments.beginning(phone, offer))).isEqualTo(refusal(StatusCode.SLOT_EXISTS));
        }

        @Test
        void renewalKeepsPaymentKeyAttemptsAndCounter() throws Exception {
            pay('a', TestBank.RIGHT_KEY);
            SlotInfo before = board();
            byte[] old = phone.flash().key(TestBank.SLOT_ID).orElseThrow().spki();

            LinkReply.Enrolled enrolled = renew();

            assertThat(enrolled.slot()).isEqualTo(before);
            assertThat(phone.flash().key(TestBank.SLOT_ID).orElseThrow().spki()).isNotEqualTo(old);
            assertThat(phone.text()).contains("Certificate renewed");
            pay('b', TestBank.RIGHT_KEY);
            assertThat(bank.settled.getLast().counter()).isEqualTo(2);
        }

        @Test
        void renewalDoesNotGiveSpentAttemptsBack() throws Exception {
            byte[] offer = bank.offer(order('a'));
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(offer))));
            RequestToken asked = phone.send(new LinkRequest.Relay(bank.sessionId(), challenge));
            phone.type("000000");
            phone.send(new LinkRequest.Relay(bank.sessionId(), bank.answer(forwarded(asked))));
            phone.act(new UserAction.Cancel());
            assertThat(board().attemptsLeft()).isEqualTo(9);

            assertThat(renew().slot().attemptsLeft()).isEqualTo(9);
        }

        @Test
        void renewalAndDeletionAreAskedAgainAfterUnplugAndPowerCut() throws Exception {
            byte[] offer = enrolments.offer(EnrolmentPurpose.RENEWAL);
            phone.send(enrolments.beginning(phone, offer));
            phone.restart();
            phone.ready();
            assertThat(phone.text()).contains("Renew the certificate?");
            RequestToken renewal = phone.send(enrolments.beginning(phone, offer));
            phone.act(new UserAction.Approve());
            assertThat(forwarded(renewal)).isNotEmpty();

            phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            phone.replug();
            RequestToken deletion = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            assertThat(phone.isAnswered(deletion)).isFalse();
            phone.restart();
            phone.ready();
            assertThat(board().enabled()).isTrue();
            deletion = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            phone.act(new UserAction.Approve());
            assertThat(phone.reply(deletion)).isEqualTo(new LinkReply.Done());
        }

        @Test
        void newKeyServesThoughTheResultIsLost() throws Exception {
            RequestToken asked = begin(EnrolmentPurpose.RENEWAL);
            phone.act(new UserAction.Approve());
            phone.call(relay(enrolments.answer(forwarded(asked))));
            phone.restart();
            phone.ready();

            Slots.requireWhole(phone.flash());
            pay('a', TestBank.RIGHT_KEY);
        }

        @Test
        void declinedRenewalLeavesTheSlotAsItWas() throws Exception {
            byte[] old = phone.flash().key(TestBank.SLOT_ID).orElseThrow().spki();
            RequestToken asked = begin(EnrolmentPurpose.RENEWAL);

            phone.act(new UserAction.Decline());

            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.DECLINED));
            assertThat(phone.flash().key(TestBank.SLOT_ID).orElseThrow().spki()).isEqualTo(old);
            assertNoNextKeys();
            pay('a', TestBank.RIGHT_KEY);
        }

        @Test
        void voidSlotIsEnrolledAgainWithItsHistory() throws Exception {
            voided();
            String slotId = board().slotId();
            int records = phone.flash().results(0).size();
            byte[] renewal = enrolments.offer(EnrolmentPurpose.RENEWAL);
            assertThat(phone.call(enrolments.beginning(phone, renewal))).isEqualTo(refusal(StatusCode.VOID));

            LinkReply.Enrolled enrolled = enrol();

            assertThat(enrolled.slot().slotId()).isEqualTo(slotId);
            assertThat(board().enabled()).isTrue();
            assertThat(board().attemptsLeft()).isEqualTo(10);
            assertThat(phone.flash().results(0)).hasSize(records);
            pay('b', KEY);
        }

        @Test
        void tenthWrongKeyEndsARenewalThatIsUnderWay() throws Exception {
            RequestToken asked = begin(EnrolmentPurpose.RENEWAL);
            phone.act(new UserAction.Approve());
            byte[] issued = enrolments.answer(forwarded(asked));

            voided();

            assertThat(phone.call(relay(issued))).isEqualTo(refusal(StatusCode.CONFLICT));
        }

        @Test
        void deletionIsConfirmedOnThePhoneAndKeepsTheHistory() throws Exception {
            pay('a', TestBank.RIGHT_KEY);
            int records = phone.flash().results(0).size();
            RequestToken asked = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            assertThat(phone.text()).startsWith("Harbour Bank\nDelete this bank?");
            assertThat(phone.statuses.getLast().stage()).isEqualTo(Stage.CONFIRM_DELETION);

            phone.act(new UserAction.Approve());

            assertThat(phone.reply(asked)).isEqualTo(new LinkReply.Done());
            assertThat(((LinkReply.Slots) phone.call(new LinkRequest.ListSlots())).slots())
                    .isEmpty();
            assertThat(phone.flash().results(0)).hasSize(records);
            assertThat(phone.call(new LinkRequest.DeleteSlot(TestBank.SLOT_ID))).isEqualTo(new LinkReply.Done());
            assertThat(enrol().slot().enabled()).isTrue();
            pay('b', KEY);
        }

        @Test
        void deletionThatNobodyConfirmsChangesNothing() throws Exception {
            RequestToken declined = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            phone.act(new UserAction.Decline());
            assertThat(phone.reply(declined)).isEqualTo(refusal(StatusCode.DECLINED));
            RequestToken late = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            phone.pass(PhoneLimits.PROMPT);
            assertThat(phone.reply(late)).isEqualTo(refusal(StatusCode.TIMEOUT));
            RequestToken cancelled = phone.send(new LinkRequest.DeleteSlot(TestBank.SLOT_ID));
            phone.event(new EngineEvent.RequestCancelled(cancelled));
            assertThat(phone.reply(cancelled)).isEqualTo(refusal(StatusCode.CANCELLED));
            pay('a', TestBank.RIGHT_KEY);
        }

        @Test
        void computersAreListedAndRevokedAtOnce() throws Exception {
            List<ComputerInfo> computers = computers();
            assertThat(computers).extracting(ComputerInfo::name).containsExactly("Alice’s PC");
            assertThat(computers.getFirst().thisOne()).isTrue();
            assertThat(phone.call(new LinkRequest.RevokeComputer(new byte[8]))).isEqualTo(new LinkReply.Done());
            assertThat(computers()).hasSize(1);

            byte[] own = computers.getFirst().handle();
            assertThat(phone.call(new LinkRequest.RevokeComputer(own))).isEqualTo(new LinkReply.Done());

            assertThat(phone.call(new LinkRequest.ListSlots())).isEqualTo(refusal(StatusCode.CONSENT_REQUIRED));
            assertThat(phone.flash().computers()).isEmpty();
        }

        private List<ComputerInfo> computers() throws Exception {
            return ((LinkReply.Computers) phone.call(new LinkRequest.ListComputers())).computers();
        }

        private LinkReply.Enrolled renew() throws Exception {
            RequestToken asked = begin(EnrolmentPurpose.RENEWAL);
            assertThat(phone.text()).contains("Renew the certificate?");
            phone.act(new UserAction.Approve());
            byte[] keySet = forwarded(phone.send(relay(enrolments.answer(forwarded(asked)))));
            return (LinkReply.Enrolled) phone.call(relay(enrolments.answer(keySet)));
        }

        private void voided() throws Exception {
            var computer = new PatientComputer(phone, bank, Decision.APPROVED);
            assertThat(computer.pay(order('e'), "000000").outcome().result()).isEqualTo(SlotResult.VOID);
        }
    }
}
