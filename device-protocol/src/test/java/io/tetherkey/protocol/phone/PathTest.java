package io.tetherkey.protocol.phone;

import static io.tetherkey.protocol.phone.TestBank.RIGHT_KEY;
import static io.tetherkey.protocol.phone.TestBank.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.CuttableMedium;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.session.AuthorizationProof;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One session over the cable, over the phone's own network, and from one to the other at each step. */
class PathTest {
    private static final Duration LONG = Offer.MOST_TIME_TO_LIVE.plusSeconds(1);

    private final TestBank bank = new TestBank();
    private TestPhone phone;

    @BeforeEach
    void provision() throws Exception {
        CuttableMedium medium = new CuttableMedium();
        bank.provision(medium);
        phone = new TestPhone(medium);
    }

    /** How far a payment has come when it moves to the other path. */
    enum Step {
        ACCEPTED,
        ACCEPT_DELIVERED,
        KEY_ASKED,
        KEY_TYPED,
        RESPONSE_DELIVERED,
        APPROVAL_ASKED,
        SIGNED,
        AUTHORIZATION_DELIVERED;

        boolean signed() {
            return compareTo(SIGNED) >= 0;
        }
    }

    @Nested
    class OwnNetwork {

        @Test
        void phoneItselfNeedsNobodysLeaveAndTheEvidenceSaysWireless() throws Exception {
            phone.wireless();
            LinkReply.PhoneInfo info = (LinkReply.PhoneInfo) phone.call(new LinkRequest.GetPhoneInfo());
            assertThat(info.trusted()).isTrue();

            advance(Step.AUTHORIZATION_DELIVERED);

            assertThat(bank.settled).extracting(AuthorizationProof::path).containsExactly(Path.WIRELESS);
            assertThat(phone.flash().computers())
                    .as("the phone is no computer of its own list")
                    .hasSize(1);
        }

        @Test
        void lockedPhoneRefusesItselfToo() throws Exception {
            phone.event(new EngineEvent.OwnNetworkOpened());

            assertThat(phone.call(new LinkRequest.ListSlots())).isEqualTo(refusal(StatusCode.LOCKED));
            assertThat(phone.reply(phone.resume(order('a')))).isEqualTo(refusal(StatusCode.LOCKED));
        }

        @Test
        void nobodyIntroducesHimselfThere() throws Exception {
            phone.wireless();

            assertThat(phone.call(new LinkRequest.TrustComputer(new byte[16], "Mallory")))
                    .isEqualTo(refusal(StatusCode.BAD_MESSAGE));
            assertThat(phone.flash().computers()).hasSize(1);
        }

        @Test
        void nothingIsResumedWhereNothingWasBegun() throws Exception {
            phone.wireless();

            assertThat(phone.reply(phone.resume(order('a')))).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }

        @Test
        void sessionOfAnotherOrderIsNotResumed() throws Exception {
            phone.ready();
            advance(Step.KEY_ASKED);
            phone.wireless();
            byte[] other = new byte[32];
            other[0] = 1;
            RequestToken token = new RequestToken(9, 9);

            phone.event(new EngineEvent.PaymentResumed(token, TestBank.BANK_ID, other));

            assertThat(phone.reply(token)).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }
    }

    @Nested
    class Cable {

        @Test
        void cableNeverClaimsToBeWireless() throws Exception {
            phone.ready();
            RequestToken ignored = phone.resume(order('a'));

            advance(Step.AUTHORIZATION_DELIVERED);

            assertThat(phone.isAnswered(ignored)).isFalse();
            assertThat(bank.settled).extracting(AuthorizationProof::path).containsExactly(Path.WIRED);
        }

        @Test
        void computerDoesNotCarryWhatThePhoneBegan() throws Exception {
            phone.wireless();
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            phone.ready();

            assertThat(phone.call(new LinkRequest.Relay(bank.sessionId(), challenge)))
                    .isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
        }

        @Test
        void evidenceNamesThePathOfTheDecisionAfterThereAndBackAgain() throws Exception {
            phone.ready();
            byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(order('a'))))));
            phone.send(new LinkRequest.Relay(bank.sessionId(), challenge));
            phone.wireless();
            phone.resume(order('a'));
            phone.ready();
            RequestToken key = phone.send(new LinkRequest.Relay(bank.sessionId(), challenge));
            phone.type(RIGHT_KEY);
            RequestToken approval = relay(bank.answer(forwarded(key)));
            phone.approve();
            bank.answer(forwarded(approval));

            assertThat(bank.settled).extracting(AuthorizationProof::path).containsExactly(Path.WIRED);
        }
    }

    /** The cable is out or the app is gone; the person goes on over the phone's own network. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void sessionOfTheCableIsFinishedOverTheOwnNetworkWithoutASecondPrompt(Step left) throws Exception {
        phone.ready();
        advance(left);
        phone.restart();
        phone.wireless();
        phone.screens.clear();

        LinkReply.Ended ended = finish(phone.resume(order('a')));

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.settled).hasSize(1);
        Path expected = left.signed() ? Path.WIRED : Path.WIRELESS;
        assertThat(bank.settled.getFirst().path()).isEqualTo(expected);
        if (left.signed()) {
            assertThat(phone.screens).noneMatch(text -> text.contains("Payment key") || text.contains("Pay 128.00"));
        }
        assertThat(phone.screens.stream().filter(text -> text.contains("Pay 128.00")))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** The phone's network is gone; the person plugs the phone in and pays the same order there. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void sessionOfTheOwnNetworkIsFinishedOverTheCableWithoutASecondApproval(Step left) throws Exception {
        phone.wireless();
        advance(left);
        phone.restart();
        phone.ready();
        phone.screens.clear();

        LinkReply.Ended ended = finish(phone.send(phone.opening(bank.offer(order('a')))));

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.debits()).hasSize(1);
        if (left.signed()) {
            assertThat(phone.screens).noneMatch(text -> text.contains("Pay 128.00"));
        } else {
            assertThat(bank.settled).extracting(AuthorizationProof::path).containsExactly(Path.WIRED);
        }
    }

    /** The session's time is over at the bank and on the phone; the bank offers again for the same order. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void bankThatOffersAgainAfterTheTimeGetsTheSameApprovalWithoutASecondPrompt(Step left) throws Exception {
        phone.ready();
        advance(left);
        phone.pass(LONG);
        bank.pass(LONG);
        phone.replug();
        phone.screens.clear();

        LinkReply.Ended ended = finish(phone.send(phone.opening(bank.offer(order('a')))));

        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.debits()).hasSize(1);
        assertThat(phone.screens.stream().filter(text -> text.contains("Pay 128.00")))
                .hasSize(left.signed() ? 0 : 1);
    }

    /** Over its own network the phone first tries what it holds; where the bank's time is over it opens anew. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void phoneThatGoesOnAfterTheTimePaysOnceAndIsNotAskedTwice(Step left) throws Exception {
        phone.ready();
        advance(left);
        phone.pass(LONG);
        bank.pass(LONG);
        phone.wireless();
        phone.screens.clear();

        LinkReply first = phone.reply(phone.resume(order('a')));
        LinkReply.Ended ended = left == Step.AUTHORIZATION_DELIVERED
                ? finish(relay(bank.answer(((LinkReply.Forward) first).message())))
                : finish(phone.send(phone.opening(bank.offer(order('a')))));

        assertThat(first).isInstanceOf(left.signed() ? LinkReply.Forward.class : LinkReply.Refusal.class);
        assertThat(ended.outcome().result()).isEqualTo(SlotResult.PAID);
        assertThat(bank.debits()).hasSize(1);
        assertThat(phone.screens.stream().filter(text -> text.contains("Pay 128.00")))
                .hasSize(left.signed() ? 0 : 1);
    }

    @Test
    void sessionThatIsOverElsewhereIsNotResumed() throws Exception {
        phone.ready();
        advance(Step.SIGNED);
        finish(phone.send(phone.opening(bank.offer(order('a')))));
        phone.wireless();

        assertThat(phone.reply(phone.resume(order('a')))).isEqualTo(refusal(StatusCode.UNKNOWN_SESSION));
    }

    @Test
    void resumedPaymentTakesThePlaceOfAnotherThatStillAsks() throws Exception {
        phone.ready();
        advance(Step.SIGNED);
        byte[] challenge = bank.answer(forwarded(phone.send(phone.opening(bank.offer(other())))));
        phone.send(new LinkRequest.Relay(bank.sessionId(), challenge));
        phone.wireless();

        RequestToken resumed = phone.resume(order('a'));

        assertThat(phone.reply(resumed)).isInstanceOf(LinkReply.Forward.class);
        assertThat(phone.screen()).isInstanceOf(Screen.Working.class);
    }

    /** Pays up to a step over the present link. */
    private void advance(Step until) throws Exception {
        RequestToken token = phone.send(phone.opening(bank.offer(order('a'))));
        for (Step step : Step.values()) {
            if (step.compareTo(until) > 0) {
                return;
            }
            switch (step) {
                case ACCEPTED -> forwarded(token);
                case ACCEPT_DELIVERED, RESPONSE_DELIVERED, AUTHORIZATION_DELIVERED -> delivered = deliver(token);
                case KEY_ASKED, APPROVAL_ASKED -> token = relay(delivered);
                case KEY_TYPED -> phone.type(RIGHT_KEY);
                case SIGNED -> phone.approve();
            }
        }
    }

    private byte[] delivered = new byte[0];

    private byte[] deliver(RequestToken token) throws Exception {
        return bank.answer(forwarded(token));
    }

    /** Answers what the phone asks and carries what it sends until the session has ended. */
    private LinkReply.Ended finish(RequestToken first) throws Exception {
        RequestToken token = first;
        while (true) {
            if (!phone.isAnswered(token)) {
                react();
            }
            switch (phone.reply(token)) {
                case LinkReply.Forward forward -> token = relay(bank.answer(forward.message()));
                case LinkReply.Ended ended -> {
                    return ended;
                }
                default -> throw new AssertionError("the phone answered " + phone.reply(token));
            }
        }
    }

    private void react() throws Exception {
        switch (phone.screen()) {
            case Screen.EnterPaymentKey key -> phone.type(RIGHT_KEY);
            case Screen.ApprovePayment approve -> phone.approve();
            default -> throw new AssertionError("the phone shows " + phone.text());
        }
    }

    private RequestToken relay(byte[] message) throws Exception {
        return phone.send(new LinkRequest.Relay(bank.sessionId(), message));
    }

    private byte[] forwarded(RequestToken token) {
        return ((LinkReply.Forward) phone.reply(token)).message();
    }

    private static PaymentRequest other() {
        byte[] hash = new byte[32];
        hash[0] = 7;
        var a = order('b');
        return new PaymentRequest(a.orderId(), hash, a.payee(), a.payeeAccount(), a.amount(), a.expiresAt());
    }

    private static LinkReply refusal(StatusCode status) {
        return new LinkReply.Refusal(status, OptionalInt.empty());
    }
}
