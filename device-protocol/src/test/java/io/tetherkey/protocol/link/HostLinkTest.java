package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.HostState.Greeting;
import io.tetherkey.protocol.link.HostState.Lost;
import io.tetherkey.protocol.link.HostState.Ready;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PROTOCOL.md, "Link: the PC", row by row. */
class HostLinkTest extends HostLinkSetting {
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
