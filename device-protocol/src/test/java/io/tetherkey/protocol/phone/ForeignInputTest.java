package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A computer on the cable may pretend to be a keyboard or a touch screen (THREATS.md, 7). */
class ForeignInputTest {
    private static final int TAPS = 1_000;

    private final Random random = new Random(7);
    private final Set<Class<?>> attacked = new LinkedHashSet<>();
    private final TestBank bank = new TestBank();
    private TestPhone phone;

    @BeforeEach
    void makePhone() throws Exception {
        phone = new TestPhone(new CuttableMedium());
    }

    @Test
    void thousandForeignTapsChangeNothingOnAnyScreenOfAPayment() throws Exception {
        CuttableMedium medium = new CuttableMedium();
        bank.provision(medium);
        phone = new TestPhone(medium);
        attack();
        phone.act(new UserAction.Unlock());
        attack();
        phone.event(new EngineEvent.LinkOpened());
        RequestToken stranger = phone.send(new LinkRequest.TrustComputer(
                new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}, "Mallory’s PC"));
        attack();
        assertThat(phone.isAnswered(stranger)).isFalse();
        phone.act(new UserAction.Decline());
        phone.ready();
        for (UserAction look : List.of(
                new UserAction.ShowRecords(),
                new UserAction.ShowComputers(),
                new UserAction.Revoke(handle()),
                new UserAction.Decline())) {
            phone.act(look);
            attack();
        }

        LinkReply reply = answered(phone.opening(bank.offer(order('a'))));
        while (reply instanceof LinkReply.Forward forward) {
            attack();
            reply = answered(new LinkRequest.Relay(forward.sessionId(), bank.answer(forward.message())));
        }
        attack();

        assertThat(((LinkReply.Ended) reply).outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(attacked)
                .contains(
                        Screen.Locked.class,
                        Screen.Home.class,
                        Screen.TrustComputer.class,
                        Screen.Records.class,
                        Screen.Computers.class,
                        Screen.ConfirmRevocation.class,
                        Screen.Working.class,
                        Screen.EnterPaymentKey.class,
                        Screen.ApprovePayment.class,
                        Screen.PaymentResult.class);
    }

    @Test
    void thousandForeignTapsChangeNothingOnAnyScreenOfAnEnrolment() throws Exception {
        CuttableMedium medium = new CuttableMedium();
        TestEnrolments enrolments = new TestEnrolments(bank);
        enrolments.pin(medium);
        phone = new TestPhone(medium).ready();
        attack();

        LinkReply reply = answered(enrolments.beginning(phone, enrolments.offer(EnrolmentPurpose.NEW)));
        while (reply instanceof LinkReply.Forward forward) {
            attack();
            reply = answered(new LinkRequest.Relay(forward.sessionId(), enrolments.answer(forward.message())));
        }
        attack();
        answered(new LinkRequest.DeleteSlot(((LinkReply.Enrolled) reply).slot().slotId()));

        assertThat(attacked)
                .contains(
                        Screen.EnterActivationCode.class,
                        Screen.ChoosePaymentKey.class,
                        Screen.SlotChanged.class,
                        Screen.ConfirmDeletion.class);
        assertThat(phone.flash().slots()).isEmpty();
    }

    @Test
    void ownerOfThePhoneIsToldOfForeignInput() throws Exception {
        phone.event(new EngineEvent.UserActed(new UserAction.Unlock(), InputSource.EXTERNAL_DEVICE));

        assertThat(phone.screens).last().isEqualTo("foreign input");
        assertThat(phone.screen()).isInstanceOf(Screen.Locked.class);
    }

    @Test
    void attachedDeviceIsToldAtOnceAndHidesTheQuestionUntilItIsGone() throws Exception {
        phone.act(new UserAction.Unlock());
        phone.event(new EngineEvent.InputDeviceAttached());
        assertThat(phone.screens).last().isEqualTo("foreign input");
        assertThat(phone.screen()).isInstanceOf(Screen.Home.class);
        phone.event(new EngineEvent.LinkOpened());
        RequestToken stranger = phone.send(new LinkRequest.TrustComputer(new byte[16], "Mallory’s PC"));
        assertThat(phone.text())
                .startsWith("Another keyboard is connected\n")
                .doesNotContain("Mallory")
                .contains("pull the cable");
        phone.act(new UserAction.Approve());
        assertThat(phone.isAnswered(stranger)).isFalse();

        phone.event(new EngineEvent.InputDevicesGone());
        assertThat(phone.screen()).isInstanceOf(Screen.TrustComputer.class);
        phone.act(new UserAction.Approve());
        assertThat(phone.reply(stranger)).isEqualTo(new LinkReply.Done());
    }

    /** The end of a text that was not shown was not read. */
    @Test
    void approvalHasToBeReadAfterTheDeviceIsGone() throws Exception {
        CuttableMedium medium = new CuttableMedium();
        bank.provision(medium);
        phone = new TestPhone(medium).ready();
        LinkReply.Forward opened = (LinkReply.Forward) answered(phone.opening(bank.offer(order('a'))));
        LinkReply.Forward keyed =
                (LinkReply.Forward) answered(new LinkRequest.Relay(opened.sessionId(), bank.answer(opened.message())));
        phone.event(new EngineEvent.InputDeviceAttached());
        RequestToken asked = phone.send(new LinkRequest.Relay(keyed.sessionId(), bank.answer(keyed.message())));
        phone.act(new UserAction.EndReached());
        phone.event(new EngineEvent.InputDevicesGone());
        phone.act(new UserAction.Approve());

        assertThat(phone.isAnswered(asked)).isFalse();
        phone.approve();
        assertThat(phone.isAnswered(asked)).isTrue();
    }

    @Test
    void hiddenQuestionCanBeGivenUp() throws Exception {
        phone.act(new UserAction.Unlock());
        phone.event(new EngineEvent.LinkOpened());
        phone.event(new EngineEvent.InputDeviceAttached());
        RequestToken stranger = phone.send(new LinkRequest.TrustComputer(new byte[16], "Mallory’s PC"));
        phone.act(new UserAction.Cancel());

        assertThat(phone.reply(stranger)).isEqualTo(new LinkReply.Refusal(StatusCode.CANCELLED, OptionalInt.empty()));
    }

    @Test
    void newLinkDoesNotMakeADeviceGo() throws Exception {
        phone.act(new UserAction.Unlock());
        phone.event(new EngineEvent.InputDeviceAttached());
        phone.event(new EngineEvent.LinkOpened());
        phone.send(new LinkRequest.TrustComputer(new byte[16], "Mallory’s PC"));

        assertThat(phone.screen()).isEqualTo(new Screen.InputDeviceAttached());
    }

    /** What the owner answers, one question after the other, each under attack. */
    private LinkReply answered(LinkRequest request) throws Exception {
        RequestToken token = phone.send(request);
        while (!phone.isAnswered(token)) {
            attack();
            assertThat(phone.isAnswered(token)).isFalse();
            switch (phone.screen()) {
                case Screen.EnterPaymentKey key -> phone.type(RIGHT_KEY);
                case Screen.ChoosePaymentKey choose -> phone.type(RIGHT_KEY);
                case Screen.EnterActivationCode code -> phone.type(TestEnrolments.CODE);
                case Screen.ApprovePayment approve -> phone.approve();
                case Screen.ConfirmDeletion deletion -> phone.act(new UserAction.Approve());
                default -> throw new AssertionError("the phone shows " + phone.text());
            }
        }
        return phone.reply(token);
    }

    /** As long as the device is there no question can be answered, not even by the owner; then all is as it was. */
    private void attack() throws Exception {
        Screen before = phone.screen();
        byte[] flash = phone.medium.read().orElseThrow();
        int told = phone.statuses.size();
        attacked.add(before.getClass());
        for (int i = 0; i < TAPS; i++) {
            phone.event(new EngineEvent.UserActed(tap(), InputSource.EXTERNAL_DEVICE));
        }
        if (phone.screen() instanceof Screen.InputDeviceAttached) {
            assertThat(before.asks()).isTrue();
            answerOnTheGlass();
            assertThat(phone.screen()).isEqualTo(new Screen.InputDeviceAttached());
        } else {
            assertThat(before.asks()).isEqualTo(before instanceof Screen.Locked);
            assertThat(phone.screen()).isSameAs(before);
        }
        phone.event(new EngineEvent.InputDevicesGone());
        assertThat(phone.screen()).isEqualTo(before);
        assertThat(phone.medium.read().orElseThrow()).isEqualTo(flash);
        assertThat(phone.statuses).hasSize(told);
    }

    /** What would answer any question, if it were shown. */
    private void answerOnTheGlass() throws Exception {
        for (UserAction answer : List.of(
                new UserAction.EndReached(),
                new UserAction.Approve(),
                new UserAction.Decline(),
                new UserAction.Ok(),
                new UserAction.ShowHome(),
                new UserAction.DigitsTyped(RIGHT_KEY.toCharArray()),
                new UserAction.DigitsTyped(TestEnrolments.CODE.toCharArray()))) {
            phone.act(answer);
        }
    }

    private UserAction tap() {
        return switch (random.nextInt(14)) {
            case 0 -> new UserAction.Unlock();
            case 1 -> new UserAction.Lock();
            case 2 -> new UserAction.EndReached();
            case 3 -> new UserAction.Approve();
            case 4 -> new UserAction.Decline();
            case 5 -> new UserAction.Ok();
            case 6 -> new UserAction.Cancel();
            case 7 -> new UserAction.ShowHome();
            case 8 -> new UserAction.ShowRecords();
            case 9 -> new UserAction.ShowComputers();
            case 10 -> new UserAction.Revoke(new byte[8]);
            case 11 -> new UserAction.DigitsTyped(TestEnrolments.CODE.toCharArray());
            case 12 -> new UserAction.DigitsTyped(RIGHT_KEY.toCharArray());
            default ->
                new UserAction.DigitsTyped(
                        "%06d".formatted(random.nextInt(1_000_000)).toCharArray());
        };
    }

    private byte[] handle() throws Exception {
        LinkReply.Computers known = (LinkReply.Computers) phone.call(new LinkRequest.ListComputers());
        return known.computers().getFirst().handle();
    }
}
