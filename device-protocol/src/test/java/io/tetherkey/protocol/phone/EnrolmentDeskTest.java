package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.PatientEnroller.KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static io.tetherkey.protocol.phone.TestEnrolments.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentDeskTest extends EnrolmentSetting {
    @Nested
    class OnAnEmptyPhone {
        @BeforeEach
        void start() throws Exception {
            enrolments.pin(medium);
            phone = new TestPhone(medium).ready();
        }

        @Test
        void enrolmentEnablesASlotThatPaysWithTheChosenKey() throws Exception {
            phone.screens.clear();
            phone.statuses.clear();

            LinkReply.Enrolled enrolled = enrol();

            assertThat(enrolled.slot().enabled()).isTrue();
            assertThat(enrolled.slot().attemptsLeft()).isEqualTo(10);
            assertThat(board()).isEqualTo(enrolled.slot());
            assertThat(phone.screens)
                    .extracting(text -> text.lines().skip(1).findFirst().orElse(""))
                    .containsExactly(
                            "Activation code",
                            "The bank is checking the code",
                            "Choose a payment key",
                            "Repeat the payment key",
                            "The bank is enabling payments",
                            "Payment enabled");
            assertThat(phone.statuses)
                    .extracting(status -> status.stage())
                    .containsExactly(Stage.ENTER_ACTIVATION_CODE, Stage.CHOOSE_PAYMENT_KEY, Stage.REPEAT_PAYMENT_KEY);
            var computer = new PatientComputer(phone, bank, Decision.APPROVED);
            assertThat(computer.pay(order('a'), KEY).outcome().result()).isEqualTo(SlotResult.PAID);
        }

        @Test
        void unequalKeysAreAskedAgainFromTheBeginning() throws Exception {
            RequestToken asked = untilKey();
            phone.type("135790");
            phone.type("135791");
            assertThat(phone.text()).contains("The two were not the same");
            phone.type("135790");
            assertThat(phone.text()).contains("Repeat the payment key");
            assertThat(phone.isAnswered(asked)).isFalse();

            phone.type("135790");

            assertThat(phone.isAnswered(asked)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"000000", "777777", "123456", "654321", "345678", "987654"})
        void weakKeyIsRefused(String weak) throws Exception {
            RequestToken asked = untilKey();

            phone.type(weak);

            assertThat(phone.text()).contains("Too easy to guess");
            assertThat(phone.isAnswered(asked)).isFalse();
        }

        @Test
        void codeOfAnotherFormIsNotTaken() throws Exception {
            RequestToken asked = begin(EnrolmentPurpose.NEW);
            for (String typed : List.of("", "123456", "48201937556", "4820193755611", "48201937556x")) {
                phone.type(typed);
            }
            phone.act(new UserAction.Approve());
            assertThat(phone.isAnswered(asked)).isFalse();
            assertThat(phone.screen()).isInstanceOf(Screen.EnterActivationCode.class);
        }

        @Test
        void cancelAtEachPromptLeavesNoSlotAndNoKey() throws Exception {
            RequestToken code = begin(EnrolmentPurpose.NEW);
            phone.act(new UserAction.Cancel());
            assertThat(phone.reply(code)).isEqualTo(refusal(StatusCode.CANCELLED));

            RequestToken key = untilKey();
            phone.type(KEY);
            phone.act(new UserAction.Cancel());
            assertThat(phone.reply(key)).isEqualTo(refusal(StatusCode.CANCELLED));
            RequestToken computers = untilKey();
            phone.event(new EngineEvent.RequestCancelled(computers));
            assertThat(phone.reply(computers)).isEqualTo(refusal(StatusCode.CANCELLED));

            assertThat(phone.flash().slots()).isEmpty();
            assertNoNextKeys();
            assertThat(enrol().slot().enabled()).isTrue();
        }

        @Test
        void promptsTimeOut() throws Exception {
            RequestToken code = begin(EnrolmentPurpose.NEW);
            phone.pass(PhoneLimits.CODE);
            assertThat(phone.reply(code)).isEqualTo(refusal(StatusCode.TIMEOUT));
            assertThat(phone.text()).contains("Timed out");

            RequestToken key = untilKey();
            phone.pass(PhoneLimits.PROMPT);
            assertThat(phone.reply(key)).isEqualTo(refusal(StatusCode.TIMEOUT));
            assertNoNextKeys();
        }

        @Test
        void unequalKeysWithoutEndStopWithTheEnrolment() throws Exception {
            RequestToken asked = untilKey();
            for (int i = 0; i < 20 && !phone.isAnswered(asked); i++) {
                phone.pass(Duration.ofSeconds(110));
                phone.type(i % 2 == 0 ? "135790" : "975310");
            }
            assertThat(phone.reply(asked)).isEqualTo(refusal(StatusCode.TIMEOUT));
        }

        @Test
        void unplugAndPowerCutInTheMiddleOfEachPromptGoOn() throws Exception {
            byte[] offer = enrolments.offer(EnrolmentPurpose.NEW);
            phone.send(enrolments.beginning(phone, offer));
            phone.replug();
            RequestToken code = phone.send(enrolments.beginning(phone, offer));
            assertThat(phone.isAnswered(code)).isFalse();
            phone.restart();
            phone.ready();
            assertThat(phone.text()).contains("Activation code");
            code = phone.send(enrolments.beginning(phone, offer));
            phone.type(CODE);
            byte[] request = forwarded(code);
            assertThat(forwarded(phone.send(enrolments.beginning(phone, offer))))
                    .isEqualTo(request);

            byte[] issued = enrolments.answer(request);
            phone.send(relay(issued));
            phone.type(KEY);
            assertThat(phone.text()).contains("Repeat the payment key");
            phone.replug();
            RequestToken key = phone.send(relay(issued));
            assertThat(phone.isAnswered(key)).isFalse();
            phone.restart();
            phone.ready();
            key = phone.send(relay(issued));
            assertThat(phone.text()).contains("Choose a payment key");
            phone.type(KEY);
            phone.type(KEY);
            byte[] result = enrolments.answer(forwarded(key));
            LinkReply ended = phone.call(relay(result));
            phone.restart();
            phone.ready();

            assertThat(((LinkReply.Enrolled) phone.call(relay(result))).slot())
                    .isEqualTo(((LinkReply.Enrolled) ended).slot());
            assertThat(board().enabled()).isTrue();
        }

        @Test
        void bankThatRefusesLeavesNothingBehind() throws Exception {
            enrolments.refuses = true;
            RequestToken key = untilKey();
            phone.type(KEY);
            phone.type(KEY);

            LinkReply ended = phone.call(relay(enrolments.answer(forwarded(key))));

            assertThat(ended).isEqualTo(refusal(StatusCode.NOT_AVAILABLE));
            assertThat(phone.text()).contains("Not enabled");
            assertThat(phone.flash().slots()).isEmpty();
            assertNoNextKeys();
        }

        @Test
        void newEnrolmentTakesThePlaceOfOneThatWaits() throws Exception {
            RequestToken first = begin(EnrolmentPurpose.NEW);
            phone.type(CODE);
            forwarded(first);

            assertThat(enrol().slot().enabled()).isTrue();

            assertThat(phone.flash().slots()).hasSize(1);
            assertNoNextKeys();
        }

        @Test
        void everyBadDirectoryOrOfferGetsTheOneAnswer() throws Exception {
            byte[] offer = enrolments.offer(EnrolmentPurpose.NEW);
            byte[] damagedOffer = offer.clone();
            damagedOffer[damagedOffer.length - 1] ^= 1;
            byte[] damaged = enrolments.directory(7);
            damaged[damaged.length - 1] ^= 1;
            byte[] foreign = new TestEnrolments(bank).directory(7);

            assertThat(phone.call(enrolments.beginning(phone, damaged, offer))).isEqualTo(none());
            assertThat(phone.call(enrolments.beginning(phone, foreign, offer))).isEqualTo(none());
            assertThat(phone.call(enrolments.beginning(phone, enrolments.directory(7, 3), offer)))
                    .isEqualTo(none());
            assertThat(phone.call(enrolments.beginning(phone, damagedOffer))).isEqualTo(none());
            assertThat(phone.flash().enrolments()).isEmpty();
        }

        @Test
        void olderDirectoryThanTheOneSeenIsRefused() throws Exception {
            enrol();
            assertThat(phone.flash().directoryPin().orElseThrow().lastVersion()).isEqualTo(7);

            byte[] offer = enrolments.offer(EnrolmentPurpose.RENEWAL);

            assertThat(phone.call(enrolments.beginning(phone, enrolments.directory(6), offer)))
                    .isEqualTo(none());
        }

        @Test
        void otherTrustedComputerCannotGoOn() throws Exception {
            RequestToken asked = begin(EnrolmentPurpose.NEW);
            phone.type(CODE);
            byte[] issued = enrolments.answer(forwarded(asked));
            phone.event(new EngineEvent.LinkOpened());
            byte[] bob = new byte[16];
            bob[0] = 7;
            phone.send(new LinkRequest.TrustComputer(bob, "Bob’s PC"));
            phone.act(new UserAction.Approve());

            assertThat(phone.call(relay(issued))).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }

        @Test
        void typedDigitsAreZeroed() throws Exception {
            begin(EnrolmentPurpose.NEW);
            char[] digits = CODE.toCharArray();
            phone.act(new UserAction.DigitsTyped(digits));
            assertThat(digits).containsOnly('\0');
        }
    }

    @Test
    void phoneWithoutAPinnedRootTakesNoEnrolment() throws Exception {
        bank.provision(medium);
        phone = new TestPhone(medium).ready();
        byte[] offer = enrolments.offer(EnrolmentPurpose.RENEWAL);
        assertThat(phone.call(enrolments.beginning(phone, offer))).isEqualTo(none());
    }

    private static LinkReply none() {
        return refusal(StatusCode.NOT_AVAILABLE);
    }
}
