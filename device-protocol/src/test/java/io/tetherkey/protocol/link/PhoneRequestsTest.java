package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.PhoneState.Idle;
import io.tetherkey.protocol.link.PhoneState.Listening;
import io.tetherkey.protocol.link.PhoneState.Replying;
import io.tetherkey.protocol.link.PhoneState.Working;
import io.tetherkey.protocol.message.StatusCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the phone's end takes as a request, what it tells while it works, and how it answers (PROTOCOL.md, link). */
class PhoneRequestsTest extends PhoneLinkSetting {
    private static final RequestToken FIRST = new RequestToken(1, 1);

    @Nested
    class Requests {
        @Test
        void requestIsAcknowledgedAndTold() {
            working();
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, 1, 1));
            PhoneEffect.RequestArrived arrived = (PhoneEffect.RequestArrived) told().get(0);
            assertThat(arrived.token()).isEqualTo(FIRST);
            assertThat(arrived.message()).containsExactly(5, 6);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Working", "Replying", "Idle"})
        void repeatedRequestIsAcknowledgedAgainAndNotTold(String in) {
            replying();
            if (in.equals("Idle")) {
                arrives(frame(FrameType.MSG_ACK, 1, 1));
            } else if (in.equals("Working")) {
                state = PhoneLink.start("Model");
                working();
            }
            arrives(frame(FrameType.MSG, 1, 1, 5, 6));
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, 1, 1));
            assertThat(told()).isEmpty();
        }

        @Test
        void secondRequestAtATimeIsBusyOnceAMessage() {
            working();
            arrives(fragment(1, 2, 10, 0, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 2, 0x02));
            arrives(fragment(1, 2, 10, 5, 5));
            assertThat(effects).isEmpty();
        }

        @Test
        void requestThatContradictsItselfIsRefused() {
            idle();
            arrives(fragment(1, 1, 10, 0, 5));
            arrives(fragment(1, 1, 11, 5, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 1, 0x04));
            arrives(frame(FrameType.MSG, 1, 1, 5));
            assertThat(told()).hasSize(1);
        }

        @Test
        void halfARequestIsDroppedAfterTwoSeconds() {
            idle();
            arrives(fragment(1, 1, 10, 0, 5));
            arrives(fragment(1, 2, 10, 0, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 2, 0x02));
            tickAfter(1_999);
            arrives(fragment(1, 2, 10, 0, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 2, 0x02));
            tickAfter(1);
            arrives(fragment(1, 2, 10, 0, 5));
            assertThat(sent()).isEmpty();
        }

        @Test
        void frameThatFailsIsAnsweredWithItsCode() {
            arrives(new Failed(StatusCode.TOO_LARGE, 4, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 4, 5, 0x05));
            arrives(new Failed(StatusCode.BAD_VERSION, 4, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 4, 5, 0x01, 1, 1));
        }
    }

    @Nested
    class Work {
        @Test
        void keepaliveSaysProcessingEvery250MillisecondsUntilMoreIsKnown() {
            working();
            tickAfter(249);
            assertThat(sent()).isEmpty();
            tickAfter(1);
            Frame processing = frame(FrameType.KEEPALIVE, 1, 1, 1, 0, 0, 0, 0xFF);
            assertThat(sent()).containsExactly(processing);
            tickAfter(250);
            assertThat(sent()).containsExactly(processing);
        }

        @Test
        void newStatusIsSentAtOnceAndRepeated() {
            working();
            byte[] status = {4, 2, 0, 90, 10};
            on(new PhoneEvent.StatusChanged(FIRST, status, now));
            Frame waiting = frame(FrameType.KEEPALIVE, 1, 1, 4, 2, 0, 90, 10);
            assertThat(sent()).containsExactly(waiting);
            on(new PhoneEvent.StatusChanged(FIRST, status, now));
            assertThat(sent()).isEmpty();
            tickAfter(250);
            assertThat(sent()).containsExactly(waiting);
        }

        @Test
        void cancelIsToldOnce() {
            working();
            arrives(frame(FrameType.CANCEL, 1, 2));
            assertThat(effects).isEmpty();
            arrives(frame(FrameType.CANCEL, 1, 1));
            assertThat(told()).containsExactly(new PhoneEffect.CancelArrived(FIRST));
            arrives(frame(FrameType.CANCEL, 1, 1));
            assertThat(effects).isEmpty();
        }

        @Test
        void cancelOutsideWorkIsPassedOver() {
            idle();
            arrives(frame(FrameType.CANCEL, 1, 0));
            assertThat(effects).isEmpty();
            replying();
            arrives(frame(FrameType.CANCEL, 1, 1));
            assertThat(effects).isEmpty();
        }

        @Test
        void answersWithAnotherTokenFindNobody() {
            working();
            RequestToken stale = new RequestToken(2, 1);
            on(new PhoneEvent.Answered(stale, new byte[1], now));
            assertThat(effects).isEmpty();
            on(new PhoneEvent.Refused(stale, StatusCode.OTHER, now));
            assertThat(effects).isEmpty();
            on(new PhoneEvent.StatusChanged(stale, new byte[5], now));
            assertThat(effects).isEmpty();
            assertThat(state).isInstanceOf(Working.class);
        }
    }

    @Nested
    class Replies {
        @Test
        void replyIsSentAndRepeatedSixteenTimes() {
            replying();
            Frame reply = frame(FrameType.MSG, 1, 1, 9);
            assertThat(sent()).containsExactly(reply);
            for (int i = 1; i < 16; i++) {
                arrives(frame(FrameType.PONG, 1, 0));
                tickAfter(300);
                assertThat(sent()).containsExactly(reply);
            }
            arrives(frame(FrameType.PONG, 1, 0));
            tickAfter(300);
            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.UNACKNOWLEDGED));
            assertThat(state).isEqualTo(new Listening("Model", 1));
        }

        @Test
        void refusalIsRepeatedUntilAcknowledged() {
            working();
            on(new PhoneEvent.Refused(FIRST, StatusCode.BAD_MESSAGE, now));
            Frame error = frame(FrameType.ERROR, 1, 1, 0x11);
            assertThat(sent()).containsExactly(error);
            tickAfter(300);
            assertThat(sent()).containsExactly(error);
            arrives(frame(FrameType.MSG_ACK, 1, 1));
            assertThat(state).isInstanceOf(Idle.class);
        }

        @Test
        void replyAboveThePcsMaximumBecomesARefusal() {
            hello(new Hello(NONCE, 1, 1, 0, 4_096));
            arrives(frame(FrameType.MSG, 1, 1));
            on(new PhoneEvent.Answered(FIRST, new byte[4_097], now));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 1, 0x05));
            assertThat(state).isInstanceOf(Replying.class);
        }

        @Test
        void acknowledgementOfAnotherMessageIsNone() {
            replying();
            arrives(frame(FrameType.MSG_ACK, 1, 2));
            assertThat(state).isInstanceOf(Replying.class);
        }

        @Test
        void errorOfThePcEndsTheReply() {
            replying();
            arrives(frame(FrameType.ERROR, 1, 1, 0x05));
            assertThat(state).isInstanceOf(Idle.class);
        }

        @Test
        void nextRequestStandsForTheAcknowledgement() {
            replying();
            arrives(frame(FrameType.MSG, 1, 2, 7));
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, 1, 2));
            assertThat(((Working) state).messageId()).isEqualTo(2);
        }
    }

    private void replying() {
        working();
        on(new PhoneEvent.Answered(FIRST, new byte[] {9}, now));
    }
}
