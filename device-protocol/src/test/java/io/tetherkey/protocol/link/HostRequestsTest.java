package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.HostState.Cancelling;
import io.tetherkey.protocol.link.HostState.Ready;
import io.tetherkey.protocol.link.HostState.Sending;
import io.tetherkey.protocol.link.HostState.Waiting;
import io.tetherkey.protocol.message.StatusCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the PC's end asks, what it makes of the answer, and how it calls a question off (PROTOCOL.md, link). */
class HostRequestsTest extends HostLinkSetting {
    @Nested
    class Requests {
        @Test
        void requestIsSentAndRepeatedSixteenTimes() {
            sending();
            List<Frame> request = sent();
            assertThat(request).containsExactly(frame(FrameType.MSG, CHANNEL, 1, 5, 6));
            for (int i = 1; i < 16; i++) {
                arrives(frame(FrameType.PONG, CHANNEL, 0));
                tickAfter(300);
                assertThat(sent()).as("sending %d", i + 1).isEqualTo(request);
            }
            arrives(frame(FrameType.PONG, CHANNEL, 0));
            tickAfter(300);
            assertLost(LinkLoss.UNACKNOWLEDGED);
        }

        @Test
        void acknowledgedRequestIsNotRepeated() {
            waiting();
            tickAfter(1_900);
            assertThat(effects).isEmpty();
        }

        @Test
        void acknowledgementOfAnotherMessageIsNone() {
            sending();
            arrives(frame(FrameType.MSG_ACK, CHANNEL, 2));
            arrives(frame(FrameType.MSG_ACK, CHANNEL + 1, 1));
            assertThat(state).isInstanceOf(Sending.class);
        }

        @Test
        void requestAboveThePhonesMaximumFails() {
            greeting();
            helloOk(answer(1, 5_000));
            on(new HostEvent.Submitted(new byte[5_001], now));
            assertThat(told()).containsExactly(new HostEffect.RequestFailed(0x05));
            assertThat(state).isInstanceOf(Ready.class);
            on(new HostEvent.Submitted(new byte[5_000], now));
            assertThat(sent()).hasSize(2);
        }

        @Test
        void secondRequestAtATimeIsABug() {
            waiting();
            assertThatThrownBy(() -> on(new HostEvent.Submitted(new byte[1], now)))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void idsCountUpFromOneUntilTheyAreUsedUp() {
            waiting();
            arrives(frame(FrameType.MSG, CHANNEL, 1));
            on(new HostEvent.Submitted(new byte[] {7}, now));
            assertThat(sent()).containsExactly(frame(FrameType.MSG, CHANNEL, 2, 7));

            state = new Ready(((HostState.Open) state).channel(), 0xFFFF_FFFFL);
            on(new HostEvent.Submitted(new byte[] {7}, now));
            assertLost(LinkLoss.USED_UP);
        }
    }

    @Nested
    class Replies {
        @ParameterizedTest
        @ValueSource(strings = {"Sending", "Waiting", "Cancelling"})
        void replyIsAcknowledgedAndTold(String in) {
            switch (in) {
                case "Sending" -> sending();
                case "Waiting" -> waiting();
                default -> cancelling();
            }
            arrives(frame(FrameType.MSG, CHANNEL, 1, 8, 9));

            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, CHANNEL, 1));
            assertThat(((HostEffect.ReplyArrived) told().get(0)).message()).containsExactly(8, 9);
            assertThat(state).isInstanceOf(Ready.class);
        }

        @Test
        void repeatedReplyIsAcknowledgedAgainAndNotTold() {
            waiting();
            arrives(frame(FrameType.MSG, CHANNEL, 1, 8));
            arrives(frame(FrameType.MSG, CHANNEL, 1, 8));
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, CHANNEL, 1));
            assertThat(told()).isEmpty();
        }

        @Test
        void replyToARequestNeverMadeIsRefused() {
            waiting();
            arrives(frame(FrameType.MSG, CHANNEL, 2, 8));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, CHANNEL, 2, 0x04));
            assertThat(state).isInstanceOf(Waiting.class);
        }

        @Test
        void replyThatContradictsItselfEndsTheRequest() {
            waiting();
            arrives(fragment(CHANNEL, 1, 10, 0, 5));
            arrives(fragment(CHANNEL, 1, 11, 5, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, CHANNEL, 1, 0x04));
            assertThat(told()).containsExactly(new HostEffect.RequestFailed(0x04));
            assertThat(state).isInstanceOf(Ready.class);
        }

        @Test
        void replyWhoseFrameFailsEndsTheRequest() {
            waiting();
            arrives(new Failed(StatusCode.TOO_LARGE, CHANNEL, 1));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, CHANNEL, 1, 0x05));
            assertThat(told()).containsExactly(new HostEffect.RequestFailed(0x05));
        }

        @Test
        void failedFrameOfAnythingElseIsNotAnswered() {
            waiting();
            arrives(new Failed(StatusCode.BAD_VERSION, CHANNEL, 0));
            arrives(new Failed(StatusCode.BAD_VERSION, CHANNEL + 1, 1));
            assertThat(effects).isEmpty();
            assertThat(state).isInstanceOf(Waiting.class);
        }

        @Test
        void halfAReplyDoesNotStandInTheWayOfTheNext() {
            waiting();
            arrives(fragment(CHANNEL, 1, 10, 0, 5));
            arrives(frame(FrameType.ERROR, CHANNEL, 1, 0x7F));
            on(new HostEvent.Submitted(new byte[1], now));
            arrives(fragment(CHANNEL, 2, 10, 0, 5));
            arrives(fragment(CHANNEL, 2, 10, 5, 5));
            assertThat(told())
                    .hasOnlyElementsOfType(HostEffect.ReplyArrived.class)
                    .hasSize(1);
        }
    }

    @Nested
    class Reports {
        @Test
        void keepaliveTellsTheStatusAndStandsForTheAcknowledgement() {
            sending();
            arrives(frame(FrameType.KEEPALIVE, CHANNEL, 1, 4, 2, 0, 60, 9));
            assertThat(((HostEffect.StatusReported) told().get(0)).status()).containsExactly(4, 2, 0, 60, 9);
            assertThat(state).isInstanceOf(Waiting.class);
        }

        @Test
        void keepaliveOfAnotherRequestOrLengthIsDisregarded() {
            sending();
            arrives(frame(FrameType.KEEPALIVE, CHANNEL, 2, 4, 2, 0, 60, 9));
            arrives(frame(FrameType.KEEPALIVE, CHANNEL, 1, 4, 2, 0, 60));
            assertThat(effects).isEmpty();
            assertThat(state).isInstanceOf(Sending.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {0x02, 0x05, 0x11, 0x60, 0x7F, 0x80, 0xE0, 0xFF, 0x00})
        void errorEndsThisRequestOnlyWithItsCodeAsItIs(int code) {
            waiting();
            arrives(frame(FrameType.ERROR, CHANNEL, 1, code));
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, CHANNEL, 1));
            assertThat(told()).containsExactly(new HostEffect.RequestFailed(code));
            assertThat(state).isInstanceOf(Ready.class);
        }

        @Test
        void errorAboutSomethingElseIsOnlyAcknowledged() {
            waiting();
            arrives(frame(FrameType.ERROR, CHANNEL, 7, 0x02));
            assertThat(sent()).containsExactly(frame(FrameType.MSG_ACK, CHANNEL, 7));
            assertThat(told()).isEmpty();
            assertThat(state).isInstanceOf(Waiting.class);
        }

        @Test
        void unknownChannelEndsTheLink() {
            waiting();
            arrives(frame(FrameType.ERROR, CHANNEL, 1, 0x03));
            assertLost(LinkLoss.CHANNEL_UNKNOWN);
        }
    }

    @Nested
    class Cancels {
        @Test
        void cancelIsRepeatedSixteenTimesWhileThePhoneWorks() {
            cancelling();
            Frame cancel = frame(FrameType.CANCEL, CHANNEL, 1);
            assertThat(sent()).containsExactly(cancel);
            for (int i = 1; i < 16; i++) {
                arrives(frame(FrameType.KEEPALIVE, CHANNEL, 1, 4, 2, 0, 60, 9));
                tickAfter(300);
                assertThat(sent()).containsExactly(cancel);
            }
            tickAfter(300);
            assertThat(sent()).isEmpty();
            assertThat(state).isInstanceOf(Waiting.class);
        }

        @Test
        void furtherCancelsDoNothing() {
            cancelling();
            on(new HostEvent.CancelAsked(now));
            assertThat(effects).isEmpty();
            assertThat(state).isInstanceOf(Cancelling.class);
        }

        @Test
        void cancelWaitsForTheAcknowledgement() {
            sending();
            on(new HostEvent.CancelAsked(now));
            assertThat(effects).isEmpty();
            arrives(frame(FrameType.MSG_ACK, CHANNEL, 1));
            assertThat(sent()).containsExactly(frame(FrameType.CANCEL, CHANNEL, 1));
        }

        @Test
        void cancelWithoutARequestDoesNothing() {
            ready();
            on(new HostEvent.CancelAsked(now));
            assertThat(effects).isEmpty();
        }
    }

    private void cancelling() {
        waiting();
        on(new HostEvent.CancelAsked(now));
    }
}
