package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.HostState.Cancelling;
import io.tetherkey.protocol.link.HostState.Greeting;
import io.tetherkey.protocol.link.HostState.Lost;
import io.tetherkey.protocol.link.HostState.Ready;
import io.tetherkey.protocol.link.HostState.Sending;
import io.tetherkey.protocol.link.HostState.Waiting;
import io.tetherkey.protocol.message.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, "Link: the PC", row by row. */
class HostLinkTest {
    private static final Hello HELLO = Hello.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    private static final int BROADCAST = 0xFFFF;
    private static final int CHANNEL = 9;

    private HostState state = HostLink.start();
    private long now = 50_000;
    private List<HostEffect> effects = List.of();

    private void on(HostEvent event) {
        HostStep step = HostLink.next(state, event);
        state = step.state();
        effects = step.effects();
    }

    private void arrives(FrameResult result) {
        on(new HostEvent.Arrived(result, now));
    }

    private void arrives(Frame frame) {
        arrives(new Accepted(frame));
    }

    private void tickAfter(long millis) {
        now += millis;
        on(new HostEvent.Tick(now));
    }

    private List<Frame> sent() {
        List<Frame> frames = new ArrayList<>();
        for (HostEffect effect : effects) {
            if (effect instanceof HostEffect.Send send) {
                frames.addAll(Wire.frames(send.wire()));
            }
        }
        return frames;
    }

    private List<HostEffect> told() {
        return effects.stream().filter(e -> !(e instanceof HostEffect.Send)).toList();
    }

    private void greeting() {
        on(new HostEvent.Connected(HELLO, now));
    }

    private static HelloOk answer(int version, int maxMessage) {
        return new HelloOk(HELLO.nonce(), CHANNEL, version, 1, 3, 0, maxMessage, "Model");
    }

    private void helloOk(HelloOk answer) {
        arrives(Frame.whole(FrameType.HELLO_OK, BROADCAST, 0, answer.encode()));
    }

    private void ready() {
        greeting();
        helloOk(answer(1, 65_536));
    }

    private void sending() {
        ready();
        on(new HostEvent.Submitted(new byte[] {5, 6}, now));
    }

    private void waiting() {
        sending();
        arrives(frame(FrameType.MSG_ACK, CHANNEL, 1));
    }

    private void cancelling() {
        waiting();
        on(new HostEvent.CancelAsked(now));
    }

    private void assertLost(LinkLoss why) {
        assertThat(state).isEqualTo(new Lost(why));
        assertThat(told()).containsExactly(new HostEffect.Down(why));
    }

    @Nested
    class OpeningTheLink {
        @Test
        void helloFollowsADelimiter() {
            greeting();

            byte[] wire = ((HostEffect.Send) effects.get(0)).wire();
            assertThat(wire[0]).isZero();
            assertThat(sent()).containsExactly(Frame.whole(FrameType.HELLO, BROADCAST, 0, HELLO.encode()));
        }

        @Test
        void helloIsRepeatedUntilTheLinkIsGivenUp() {
            greeting();
            tickAfter(299);
            assertThat(sent()).isEmpty();
            tickAfter(1);
            assertThat(sent()).containsExactly(Frame.whole(FrameType.HELLO, BROADCAST, 0, HELLO.encode()));
            tickAfter(4_699);
            assertThat(state).isInstanceOf(Greeting.class);
            tickAfter(1);
            assertLost(LinkLoss.NO_ANSWER);
        }

        @Test
        void answerOpensTheChannel() {
            greeting();
            helloOk(answer(1, 65_536));

            assertThat(told()).containsExactly(new HostEffect.Opened(answer(1, 65_536)));
            assertThat(((Ready) state).channel().number()).isEqualTo(CHANNEL);
        }

        @Test
        void foreignNonceIsIgnored() {
            greeting();
            HelloOk foreign = new HelloOk(new byte[8], CHANNEL, 1, 1, 1, 0, 65_536, "Model");
            helloOk(foreign);

            assertThat(state).isInstanceOf(Greeting.class);
            assertThat(effects).isEmpty();
        }

        @Test
        void answerOnAnyOtherChannelIsIgnored() {
            greeting();
            arrives(Frame.whole(
                    FrameType.HELLO_OK, CHANNEL, 0, answer(1, 65_536).encode()));
            assertThat(state).isInstanceOf(Greeting.class);
        }

        @Test
        void otherVersionEndsTheLink() {
            greeting();
            helloOk(answer(2, 65_536));
            assertLost(LinkLoss.BAD_VERSION);
        }

        @Test
        void badVersionEndsTheLinkAndOtherErrorsDoNot() {
            greeting();
            arrives(frame(FrameType.ERROR, BROADCAST, 0, 0x04));
            assertThat(state).isInstanceOf(Greeting.class);
            arrives(frame(FrameType.ERROR, BROADCAST, 0, 0x01, 2, 3));
            assertLost(LinkLoss.BAD_VERSION);
        }

        @Test
        void badVersionIsNotFollowedByAnotherHello() {
            greeting();
            arrives(frame(FrameType.ERROR, BROADCAST, 0, 0x01, 1, 1));
            assertLost(LinkLoss.BAD_VERSION);
            for (int i = 0; i < 20; i++) {
                tickAfter(LinkLimits.RETRANSMIT_AFTER);
                assertThat(effects).isEmpty();
            }
            arrives(frame(FrameType.ERROR, BROADCAST, 0, 0x01, 1, 1));
            assertThat(effects).isEmpty();
        }

        @Test
        void secondAnswerChangesNothing() {
            sending();
            HostState before = state;
            helloOk(answer(1, 65_536));
            assertThat(state).isEqualTo(before);
        }

        @Test
        void connectingTwiceIsABug() {
            greeting();
            assertThatThrownBy(HostLinkTest.this::greeting).isInstanceOf(IllegalStateException.class);
        }
    }

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

    @Nested
    class Silence {
        @Test
        void pingGoesOutAfterTwoSecondsAndEverySecondThenTheLinkIsLost() {
            ready();
            Frame ping = frame(FrameType.PING, CHANNEL, 0);
            tickAfter(1_999);
            assertThat(sent()).isEmpty();
            tickAfter(1);
            assertThat(sent()).containsExactly(ping);
            tickAfter(999);
            assertThat(sent()).isEmpty();
            tickAfter(1);
            assertThat(sent()).containsExactly(ping);
            tickAfter(1_999);
            assertThat(state).isInstanceOf(Ready.class);
            tickAfter(1);
            assertLost(LinkLoss.SILENT);
        }

        @Test
        void anyFrameOnTheChannelEndsTheSilence() {
            ready();
            for (int i = 0; i < 10; i++) {
                tickAfter(4_000);
                arrives(frame(FrameType.PONG, CHANNEL, 0));
            }
            assertThat(state).isInstanceOf(Ready.class);
        }

        @Test
        void noiseAndForeignFramesDoNot() {
            ready();
            tickAfter(4_000);
            arrives(new Ignored(Reason.BAD_CHECKSUM));
            arrives(frame(FrameType.PONG, CHANNEL + 1, 0));
            tickAfter(1_000);
            assertLost(LinkLoss.SILENT);
        }

        @Test
        void pingIsAnswered() {
            ready();
            arrives(frame(FrameType.PING, CHANNEL, 77));
            assertThat(sent()).containsExactly(frame(FrameType.PONG, CHANNEL, 77));
        }
    }

    @Nested
    class Ending {
        @Test
        void closingSaysBye() {
            waiting();
            on(new HostEvent.Closing(now));
            assertThat(sent()).containsExactly(frame(FrameType.BYE, CHANNEL, 0));
            assertLost(LinkLoss.CLOSED);
        }

        @Test
        void byeOfThePhoneEndsTheLink() {
            waiting();
            arrives(frame(FrameType.BYE, CHANNEL, 0));
            assertLost(LinkLoss.BYE);
        }

        @Test
        void unplugEndsTheLinkInEveryState() {
            greeting();
            on(new HostEvent.Unplugged(now));
            assertLost(LinkLoss.UNPLUGGED);
        }

        @ParameterizedTest
        @EnumSource
        void lostIsFinal(LinkLoss why) {
            state = new Lost(why);
            greeting();
            helloOk(answer(1, 65_536));
            on(new HostEvent.Submitted(new byte[1], now));
            on(new HostEvent.CancelAsked(now));
            on(new HostEvent.Closing(now));
            tickAfter(60_000);
            assertThat(effects).isEmpty();
            assertThat(state).isEqualTo(new Lost(why));
        }
    }

    /** THREATS.md row 8: a malicious phone can end a link, and nothing else. */
    @Test
    void anyFramesFromThePhoneLeaveTheLinkInAValidState() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 300; round++) {
            state = HostLink.start();
            ready();
            int replies = 0;
            int requests = 0;
            for (int i = 0; i < 200; i++) {
                if (state instanceof Ready) {
                    requests++;
                    on(new HostEvent.Submitted(new byte[random.nextInt(20)], now));
                }
                arrives(RandomFrames.next(random, CHANNEL));
                replies += (int) told().stream()
                        .filter(e -> e instanceof HostEffect.ReplyArrived || e instanceof HostEffect.RequestFailed)
                        .count();
                tickAfter(random.nextInt(50));
            }
            assertThat(requests - replies).isBetween(0, 1);
        }
    }
}
