package io.tetherkey.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.Reassembler.Outcome;
import io.tetherkey.protocol.frame.Reassembler.Outcome.Complete;
import io.tetherkey.protocol.frame.Reassembler.Outcome.Incomplete;
import io.tetherkey.protocol.frame.Reassembler.Outcome.Refused;
import io.tetherkey.protocol.frame.Reassembler.Outcome.Stray;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReassemblerTest {
    private static final int MAX = FrameLimits.MAX_MESSAGE;

    private Reassembler reassembler = Reassembler.empty();

    private static byte[] message(int length) {
        byte[] message = new byte[length];
        new Random(length).nextBytes(message);
        return message;
    }

    private static Frame fragment(int channel, long id, int total, int offset, int length) {
        return new Frame(1, FrameType.MSG, channel, id, total, offset, new byte[length]);
    }

    private Outcome accept(Frame frame) {
        Outcome outcome = reassembler.accept(frame, MAX);
        reassembler = outcome.next();
        return outcome;
    }

    private static void assertStatus(Outcome outcome, StatusCode status) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(status));
    }

    @Nested
    class Fragments {
        @Test
        void everyMessageLengthRoundTripsWithinItsFragmentCount() {
            for (int length = 0; length <= MAX; length += length < 9_000 ? 1 : 977) {
                roundTrip(length);
            }
            for (int length = MAX - 4_100; length <= MAX; length += 4) {
                roundTrip(length);
            }
            roundTrip(MAX);
        }

        private void roundTrip(int length) {
            byte[] message = message(length);
            List<Frame> frames = Fragmenter.fragments(3, 8, message);
            if (frames.size() != Math.max(1, (length + 4_095) / 4_096)) {
                throw new AssertionError(length + " bytes make " + frames.size() + " fragments");
            }
            Outcome last = new Stray(Reassembler.empty());
            for (Frame frame : frames) {
                last = last.next().accept(frame, MAX);
            }
            if (!(last instanceof Complete complete)
                    || !Arrays.equals(complete.message(), message)
                    || complete.next().size() != 0) {
                throw new AssertionError("a message of " + length + " bytes does not round-trip");
            }
        }

        @Test
        void messageAboveTheLimitIsNotCut() {
            assertThatThrownBy(() -> Fragmenter.fragments(1, 1, new byte[MAX + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void fragmentsOfTwoChannelsMayAlternate() {
            byte[] one = message(9_000);
            byte[] two = message(8_999);
            List<Frame> first = Fragmenter.fragments(1, 5, one);
            List<Frame> second = Fragmenter.fragments(2, 5, two);
            accept(first.get(0));
            accept(second.get(0));
            accept(first.get(1));
            accept(second.get(1));

            assertThat(((Complete) accept(first.get(2))).message()).isEqualTo(one);
            assertThat(((Complete) accept(second.get(2))).message()).isEqualTo(two);
        }
    }

    @Nested
    class Order {
        @Test
        void fragmentWithoutABeginningIsStray() {
            assertThat(accept(fragment(1, 1, 10, 5, 5))).isEqualTo(new Stray(Reassembler.empty()));
        }

        @Test
        void repeatedFragmentIsStray() {
            accept(fragment(1, 1, 10, 0, 5));
            assertThat(accept(fragment(1, 1, 10, 0, 5))).isInstanceOf(Stray.class);
            assertThat(accept(fragment(1, 1, 10, 5, 5))).isInstanceOf(Complete.class);
        }

        @Test
        void gapIsStrayAndIsFilledWhenTheMessageComesAgain() {
            byte[] message = message(12_000);
            List<Frame> frames = Fragmenter.fragments(1, 1, message);
            accept(frames.get(0));
            assertThat(accept(frames.get(2))).isInstanceOf(Stray.class);

            assertThat(accept(frames.get(0))).isInstanceOf(Stray.class);
            assertThat(accept(frames.get(1))).isInstanceOf(Incomplete.class);
            assertThat(((Complete) accept(frames.get(2))).message()).isEqualTo(message);
        }

        @Test
        void overlapIsStray() {
            accept(fragment(1, 1, 10, 0, 5));
            assertThat(accept(fragment(1, 1, 10, 4, 6))).isInstanceOf(Stray.class);
        }

        @Test
        void changedTotalEndsTheMessage() {
            accept(fragment(1, 1, 10, 0, 5));
            assertStatus(accept(fragment(1, 1, 11, 5, 5)), StatusCode.BAD_FRAME);
            assertThat(reassembler.size()).isZero();
        }
    }

    @Nested
    class Limits {
        @Test
        void messageLongerThanTheReceiverTakesIsRefusedBeforeAnythingIsKept() {
            Outcome outcome = reassembler.accept(fragment(1, 1, 1_001, 0, 5), 1_000);
            assertStatus(outcome, StatusCode.TOO_LARGE);
            assertThat(outcome.next().size()).isZero();
            assertThat(reassembler.accept(fragment(1, 1, 1_000, 0, 5), 1_000)).isInstanceOf(Incomplete.class);
        }

        @Test
        void secondMessageOnAChannelIsBusyAndLeavesTheFirst() {
            accept(fragment(1, 1, 10, 0, 5));
            assertStatus(accept(fragment(1, 2, 3, 0, 3)), StatusCode.BUSY);
            assertThat(accept(fragment(1, 1, 10, 5, 5))).isInstanceOf(Complete.class);
        }

        @Test
        void ninthChannelIsBusyUntilOneIsDone() {
            for (int channel = 1; channel <= 8; channel++) {
                assertThat(accept(fragment(channel, 1, 10, 0, 5))).isInstanceOf(Incomplete.class);
            }
            assertStatus(accept(fragment(9, 1, 10, 0, 5)), StatusCode.BUSY);
            assertThat(accept(fragment(10, 1, 5, 0, 5))).as("whole message").isInstanceOf(Complete.class);

            accept(fragment(4, 1, 10, 5, 5));
            assertThat(accept(fragment(9, 1, 10, 0, 5))).isInstanceOf(Incomplete.class);
        }

        @Test
        void droppedChannelStartsAnew() {
            accept(fragment(1, 1, 10, 0, 5));
            reassembler = reassembler.without(1).without(2);

            assertThat(reassembler.size()).isZero();
            assertThat(accept(fragment(1, 1, 10, 5, 5))).isInstanceOf(Stray.class);
        }

        /** An attacker's list: whatever the order of fragments, what is kept stays within the limits. */
        @Test
        void floodOfFragmentsStaysWithinTheLimits() {
            SplittableRandom random = new SplittableRandom(8);
            for (int i = 0; i < 200_000; i++) {
                int total = 1 + random.nextInt(40);
                int offset = random.nextInt(total);
                accept(fragment(
                        random.nextInt(12), random.nextInt(3), total, offset, 1 + random.nextInt(total - offset)));
                assertThat(reassembler.size()).isLessThanOrEqualTo(FrameLimits.MAX_CHANNELS);
            }
        }
    }
}
