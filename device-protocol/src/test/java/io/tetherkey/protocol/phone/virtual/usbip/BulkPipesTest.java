package io.tetherkey.protocol.phone.virtual.usbip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkPipesTest {
    private static final int FULL = 16_384;

    @Nested
    class ToTheComputer {
        private final BulkIn pipe = new BulkIn();

        private List<Integer> lengths() {
            List<Integer> lengths = new ArrayList<>();
            for (UsbIpReply reply : pipe.pump()) {
                assertThat(reply.status()).isZero();
                lengths.add(((UsbIpReply.Submitted) reply).length());
            }
            return lengths;
        }

        @Test
        void transferWaitsUntilThereAreBytes() {
            pipe.want(1, FULL);
            assertThat(pipe.pump()).isEmpty();

            pipe.write(new byte[] {1, 2, 3});
            UsbIpReply.Submitted reply = (UsbIpReply.Submitted) pipe.pump().getFirst();
            assertThat(reply.sequence()).isEqualTo(1);
            assertThat(reply.data()).containsExactly(1, 2, 3);
            assertThat(pipe.unread()).isZero();
        }

        @Test
        void largeWriteGoesOutInPiecesOf16KiB() {
            pipe.write(new byte[40_000]);
            for (int i = 0; i < 4; i++) {
                pipe.want(i, FULL);
            }
            assertThat(lengths()).containsExactly(FULL, FULL, 40_000 - 2 * FULL);
            assertThat(pipe.waiting()).isEqualTo(1);
        }

        @Test
        void fullPacketsEndWithAnEmptyOneInTheSameTransfer() {
            pipe.write(new byte[1_024]);
            pipe.want(1, FULL);
            pipe.want(2, FULL);
            assertThat(lengths()).containsExactly(1_024);
        }

        @Test
        void fullTransferIsFollowedByAnEmptyOne() {
            pipe.write(new byte[FULL]);
            pipe.want(1, FULL);
            pipe.want(2, FULL);
            assertThat(lengths()).containsExactly(FULL, 0);
        }

        @Test
        void shortTransfersSplitAWrite() {
            pipe.write(new byte[1_500]);
            pipe.want(1, 512);
            pipe.want(2, 512);
            pipe.want(3, 512);
            assertThat(lengths()).containsExactly(512, 512, 476);
        }

        @Test
        void packetThatDoesNotFitIsAnOverflow() {
            pipe.write(new byte[20]);
            pipe.want(1, 10);
            assertThat(pipe.pump()).containsExactly(UsbIpReply.failed(1, UsbIpReply.OVERFLOW));
            assertThat(pipe.unread()).isZero();
        }

        @Test
        void transferIsGivenUpOnce() {
            pipe.want(7, FULL);
            assertThat(pipe.giveUp(8)).isFalse();
            assertThat(pipe.giveUp(7)).isTrue();
            assertThat(pipe.giveUp(7)).isFalse();
        }
    }

    @Nested
    class FromTheComputer {
        private final BulkOut pipe = BulkOut.accessory();

        private void send(int sequence, int length, boolean zeroPacket) {
            pipe.offer(new UsbIpCommand.Submit(
                    sequence, 2, false, zeroPacket, length, new byte[SetupPacket.SIZE], new byte[length]));
        }

        private List<Integer> arrived() {
            List<Integer> lengths = new ArrayList<>();
            while (pipe.hasArrived()) {
                lengths.add(pipe.read().orElseThrow().length);
            }
            return lengths;
        }

        @ParameterizedTest
        @ValueSource(ints = {512, 1_024, 15_872})
        void fullPacketsAloneStayStuck(int length) {
            send(1, length, false);
            assertThat(pipe.pump()).hasSize(1);
            assertThat(arrived()).isEmpty();

            send(2, 1, false);
            assertThat(pipe.pump()).hasSize(1);
            assertThat(arrived()).containsExactly(length + 1);
        }

        @Test
        void fullPacketsArriveWithAnEmptyOne() {
            send(1, 512, true);
            assertThat(pipe.pump()).hasSize(1);
            assertThat(arrived()).containsExactly(512);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 511, 513, 16_383, FULL})
        void shortPacketsAndFullReadsArriveAtOnce(int length) {
            send(1, length, false);
            assertThat(pipe.pump()).hasSize(1);
            assertThat(arrived()).containsExactly(length);
        }

        @Test
        void emptyTransferIsNothing() {
            send(1, 0, false);
            assertThat(pipe.pump()).hasSize(1);
            assertThat(arrived()).isEmpty();
        }

        @Test
        void transfersWaitWhileTheProgramReadsNothing() {
            for (int i = 0; i < 6; i++) {
                send(i, FULL, false);
            }
            assertThat(pipe.pump()).hasSize(4);
            assertThat(pipe.waiting()).isEqualTo(2);

            assertThat(pipe.read()).isPresent();
            assertThat(pipe.pump()).hasSize(1);
        }

        @Test
        void serialBytesArriveAsTheyCome() {
            BulkOut stream = BulkOut.stream();
            stream.offer(new UsbIpCommand.Submit(1, 1, false, false, 512, new byte[SetupPacket.SIZE], new byte[512]));
            assertThat(stream.pump()).hasSize(1);
            assertThat(stream.read().orElseThrow()).hasSize(512);
        }
    }
}
