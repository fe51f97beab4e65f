package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.PhoneState.Closed;
import io.tetherkey.protocol.link.PhoneState.Idle;
import io.tetherkey.protocol.link.PhoneState.Listening;
import io.tetherkey.protocol.link.PhoneState.Replying;
import io.tetherkey.protocol.link.PhoneState.Working;
import io.tetherkey.protocol.message.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md, "Link: the phone", row by row. */
class PhoneLinkTest {
    private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final byte[] OTHER_NONCE = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int BROADCAST = 0xFFFF;
    private static final RequestToken FIRST = new RequestToken(1, 1);

    private PhoneState state = PhoneLink.start("Model");
    private long now = 50_000;
    private List<PhoneEffect> effects = List.of();

    private void on(PhoneEvent event) {
        PhoneStep step = PhoneLink.next(state, event);
        state = step.state();
        effects = step.effects();
    }

    private void arrives(FrameResult result) {
        on(new PhoneEvent.Arrived(result, now));
    }

    private void arrives(Frame frame) {
        arrives(new Accepted(frame));
    }

    private void tickAfter(long millis) {
        now += millis;
        on(new PhoneEvent.Tick(now));
    }

    private List<Frame> sent() {
        List<Frame> frames = new ArrayList<>();
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                frames.addAll(Wire.frames(send.wire()));
            }
        }
        return frames;
    }

    private List<PhoneEffect> told() {
        return effects.stream().filter(e -> !(e instanceof PhoneEffect.Send)).toList();
    }

    private void hello(Hello hello) {
        arrives(Frame.whole(FrameType.HELLO, BROADCAST, 0, hello.encode()));
    }

    private void idle() {
        hello(Hello.of(NONCE));
    }

    private void working() {
        idle();
        arrives(frame(FrameType.MSG, 1, 1, 5, 6));
    }

    private void replying() {
        working();
        on(new PhoneEvent.Answered(FIRST, new byte[] {9}, now));
    }

    private static Frame helloOk(byte[] nonce, int channel) {
        return Frame.whole(
                FrameType.HELLO_OK,
                BROADCAST,
                0,
                HelloOk.of(nonce, channel, "Model").encode());
    }

    @Nested
    class OpeningTheLink {
        @Test
        void helloIsAnsweredWithAChannel() {
            idle();
            assertThat(sent()).containsExactly(helloOk(NONCE, 1));
            assertThat(told()).containsExactly(new PhoneEffect.Opened(1));
            assertThat(state).isInstanceOf(Idle.class);
        }

        @Test
        void repeatedHelloIsAnsweredAlikeAndChangesNothing() {
            working();
            idle();
            assertThat(sent()).containsExactly(helloOk(NONCE, 1));
            assertThat(told()).isEmpty();
            assertThat(state).isInstanceOf(Working.class);
        }

        @Test
        void newHelloDropsWhatIsHalfBuiltAndOpensAnotherChannel() {
            idle();
            arrives(fragment(1, 1, 10, 0, 5));
            hello(Hello.of(OTHER_NONCE));

            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.REPLACED), new PhoneEffect.Opened(2));
            assertThat(sent()).containsExactly(helloOk(OTHER_NONCE, 2));
            assertThat(((Idle) state).link().channel().assembly().size()).isZero();
            arrives(fragment(1, 1, 10, 5, 5));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 1, 1, 0x03));
        }

        @Test
        void channelsAreNotGivenOutTwiceInARow() {
            state = PhoneLink.start("Model", 0xFFFD);
            idle();
            assertThat(told()).containsExactly(new PhoneEffect.Opened(0xFFFE));
            hello(Hello.of(OTHER_NONCE));
            assertThat(told()).last().isEqualTo(new PhoneEffect.Opened(1));
        }

        @Test
        void rangeWithVersionOneIsTaken() {
            hello(new Hello(NONCE, 1, 9, 0, 65_536));
            assertThat(sent()).containsExactly(helloOk(NONCE, 1));
        }

        @Test
        void rangeWithoutVersionOneIsToldTheOwnRange() {
            hello(new Hello(NONCE, 2, 9, 0, 65_536));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, BROADCAST, 0, 0x01, 1, 1));
            assertThat(state).isEqualTo(PhoneLink.start("Model"));
        }

        @Test
        void brokenHelloIsRefusedInEveryState() {
            arrives(frame(FrameType.HELLO, BROADCAST, 0, 1, 2, 3));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, BROADCAST, 0, 0x04));
            working();
            arrives(frame(FrameType.HELLO, BROADCAST, 0, 1, 2, 3));
            assertThat(state).isInstanceOf(Working.class);
        }

        @ParameterizedTest
        @EnumSource(names = {"MSG", "CANCEL", "PING"})
        void whatWaitsForAnAnswerIsToldThatItsChannelIsNotOpen(FrameType type) {
            arrives(frame(type, 3, 4));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 3, 4, 0x03));
            idle();
            arrives(frame(type, 3, 4));
            assertThat(sent()).containsExactly(frame(FrameType.ERROR, 3, 4, 0x03));
        }

        @ParameterizedTest
        @EnumSource(
                names = {"MSG", "CANCEL", "PING"},
                mode = EnumSource.Mode.EXCLUDE)
        void everythingElseBeforeHelloIsPassedOver(FrameType type) {
            arrives(frame(type, 3, 4));
            assertThat(effects).isEmpty();
        }

        @Test
        void helloOnAnotherChannelIsPassedOver() {
            arrives(Frame.whole(FrameType.HELLO, 1, 0, Hello.of(NONCE).encode()));
            assertThat(effects).isEmpty();
        }
    }

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

    @Nested
    class Silence {
        @Test
        void pingGoesOutAfterTwoSecondsThenTheLinkIsOver() {
            idle();
            tickAfter(2_000);
            assertThat(sent()).containsExactly(frame(FrameType.PING, 1, 0));
            tickAfter(2_999);
            assertThat(state).isInstanceOf(Idle.class);
            tickAfter(1);
            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.SILENT));
            assertThat(state).isEqualTo(new Listening("Model", 1));
        }

        @Test
        void noiseDoesNotEndTheSilence() {
            idle();
            tickAfter(4_000);
            arrives(new Ignored(Reason.BAD_CHECKSUM));
            tickAfter(1_000);
            assertThat(state).isInstanceOf(Listening.class);
        }

        @Test
        void pingIsAnswered() {
            working();
            arrives(frame(FrameType.PING, 1, 77));
            assertThat(sent()).containsExactly(frame(FrameType.PONG, 1, 77));
        }
    }

    @Nested
    class Ending {
        @Test
        void byeOfThePcEndsTheLinkAndTheNextHelloOpensAnother() {
            working();
            arrives(frame(FrameType.BYE, 1, 0));
            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.BYE));
            hello(Hello.of(OTHER_NONCE));
            assertThat(told()).containsExactly(new PhoneEffect.Opened(2));
        }

        @Test
        void closingSaysByeWhereALinkIsOpen() {
            idle();
            on(new PhoneEvent.Closing(now));
            assertThat(sent()).containsExactly(frame(FrameType.BYE, 1, 0));
            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.CLOSED));
            state = PhoneLink.start("Model");
            on(new PhoneEvent.Closing(now));
            assertThat(sent()).isEmpty();
        }

        @Test
        void closedIsFinal() {
            working();
            on(new PhoneEvent.Unplugged(now));
            assertThat(told()).containsExactly(new PhoneEffect.Down(LinkLoss.UNPLUGGED));
            idle();
            assertThat(effects).isEmpty();
            assertThat(state).isEqualTo(new Closed());
        }
    }

    /** THREATS.md row 9: whatever a malicious PC sends, the phone serves a clean request afterwards. */
    @Test
    void floodLeavesAPhoneThatServesACleanRequest() {
        SplittableRandom random = new SplittableRandom(50);
        for (int round = 0; round < 300; round++) {
            state = PhoneLink.start("Model");
            idle();
            for (int i = 0; i < 200; i++) {
                arrives(RandomFrames.next(random, 1));
                for (PhoneEffect effect : effects) {
                    if (effect instanceof PhoneEffect.RequestArrived request && random.nextBoolean()) {
                        on(new PhoneEvent.Answered(request.token(), new byte[3], now));
                    }
                }
                tickAfter(random.nextInt(50));
            }
            hello(new Hello(new byte[] {9, 9, 9, 9, 9, 9, 9, (byte) round}, 1, 1, 0, 65_536));
            int channel = ((PhoneState.Open) state).link().channel().number();
            arrives(frame(FrameType.MSG, channel, 1, 5));
            assertThat(told())
                    .hasOnlyElementsOfType(PhoneEffect.RequestArrived.class)
                    .hasSize(1);
            on(new PhoneEvent.Answered(new RequestToken(channel, 1), new byte[] {6}, now));
            assertThat(sent()).containsExactly(frame(FrameType.MSG, channel, 1, 6));
        }
    }
}
