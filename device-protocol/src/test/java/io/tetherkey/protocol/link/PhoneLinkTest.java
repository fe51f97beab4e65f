package io.tetherkey.protocol.link;

import static io.tetherkey.protocol.link.Wire.fragment;
import static io.tetherkey.protocol.link.Wire.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.link.PhoneState.Closed;
import io.tetherkey.protocol.link.PhoneState.Idle;
import io.tetherkey.protocol.link.PhoneState.Listening;
import io.tetherkey.protocol.link.PhoneState.Working;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PROTOCOL.md, "Link: the phone", row by row. */
class PhoneLinkTest extends PhoneLinkSetting {
    private static final byte[] OTHER_NONCE = {8, 7, 6, 5, 4, 3, 2, 1};

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

    private static Frame helloOk(byte[] nonce, int channel) {
        return Frame.whole(
                FrameType.HELLO_OK,
                BROADCAST,
                0,
                HelloOk.of(nonce, channel, "Model").encode());
    }
}
