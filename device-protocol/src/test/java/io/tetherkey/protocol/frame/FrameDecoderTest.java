package io.tetherkey.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final Frame PING = Frame.whole(FrameType.PING, 1, 9, new byte[0]);
    private static final Frame HELLO = Frame.whole(FrameType.HELLO, 0xFFFF, 0, new byte[18]);

    private final FrameDecoder decoder = new FrameDecoder();

    private List<FrameResult> feed(byte[] bytes) {
        return decoder.feed(bytes, bytes.length);
    }

    @Test
    void framesInOnePieceComeOutInOrder() {
        assertThat(feed(FrameCodec.encodeAll(List.of(PING, HELLO))))
                .containsExactly(new Accepted(PING), new Accepted(HELLO));
    }

    @Test
    void frameMayArriveByteByByte() {
        byte[] wire = FrameCodec.encode(HELLO);
        List<FrameResult> results = new ArrayList<>();
        for (byte b : wire) {
            results.addAll(feed(new byte[] {b}));
        }
        assertThat(results).containsExactly(new Accepted(HELLO));
    }

    @Test
    void onlyTheStatedLengthIsRead() {
        byte[] wire = FrameCodec.encode(PING);
        assertThat(decoder.feed(wire, wire.length - 1)).isEmpty();
    }

    @Test
    void delimitersInARowAreIgnored() {
        assertThat(feed(new byte[] {0, 0, 0}))
                .containsOnly(new Ignored(Reason.EMPTY))
                .hasSize(3);
        assertThat(feed(FrameCodec.encode(PING))).containsExactly(new Accepted(PING));
    }

    @Test
    void garbageBeforeHelloIsSkipped() {
        feed("AT+GCAP\r~x\u0000\u0001\u0000AT\r\u0000".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(feed(FrameCodec.encode(HELLO))).containsExactly(new Accepted(HELLO));
    }

    @Test
    void garbageWithoutADelimiterCostsOneFrameOnly() {
        feed("AT+GCAP\r".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(feed(FrameCodec.encode(HELLO)))
                .hasOnlyElementsOfType(Ignored.class)
                .hasSize(1);
        assertThat(feed(FrameCodec.encode(HELLO))).containsExactly(new Accepted(HELLO));
    }

    @Test
    void endlessBytesWithoutADelimiterTakeNoMemoryAndEndAtTheNextOne() {
        byte[] block = new byte[65_536];
        Arrays.fill(block, (byte) 7);
        for (int i = 0; i < 200; i++) {
            assertThat(feed(block)).isEmpty();
        }
        assertThat(feed(new byte[] {0})).containsExactly(new Ignored(Reason.TOO_LONG));
        assertThat(feed(FrameCodec.encode(PING))).containsExactly(new Accepted(PING));
    }

    @Test
    void longestFrameFits() {
        byte[] payload = new byte[4_096];
        Arrays.fill(payload, (byte) 1);
        Frame longest = new Frame(1, FrameType.MSG, 0x0101, 0x01010101, 0x10000, 0x101, payload);
        assertThat(feed(FrameCodec.encode(longest))).containsExactly(new Accepted(longest));
    }

    @Test
    void sixtyThousandMessagesSurviveBurstsOfGarbage() {
        Random random = new Random(60_000);
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        int accepted = 0;
        for (int i = 0; i < 60_000; i++) {
            if (i % 50 == 0) {
                byte[] burst = new byte[random.nextInt(300)];
                random.nextBytes(burst);
                wire.writeBytes(burst);
                wire.write(0);
            }
            wire.writeBytes(FrameCodec.encode(Frame.whole(FrameType.PING, 1, i, new byte[0])));
            if (i % 1_000 == 999) {
                for (FrameResult result : feed(wire.toByteArray())) {
                    if (result instanceof Accepted(Frame frame)) {
                        assertThat(frame.messageId()).isEqualTo(accepted++);
                    }
                }
                wire.reset();
            }
        }
        assertThat(accepted).isEqualTo(60_000);
    }

    /** THREATS.md row 8: nothing that a phone may send makes the parser throw, or accept what was never sent. */
    @Test
    void aMillionMalformedFramesAreTurnedDownQuickly() {
        SplittableRandom random = new SplittableRandom(1_000_000);
        byte[] model = FrameCodec.encode(new Frame(1, FrameType.MSG, 3, 4, 90, 30, new byte[] {1, 0, 2, 0, 3}));
        long before = System.nanoTime();
        int noise = 0;
        int broken = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] frame = mutated(model, random, i % 4);
            switch (FrameCodec.decode(frame, frame.length - 1)) {
                case Ignored _ -> noise++;
                case Failed _ -> broken++;
                case Accepted(Frame accepted) -> throw new AssertionError("accepted " + accepted);
            }
        }
        assertThat(noise).isEqualTo(1_000_000);
        assertThat(broken).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    private static byte[] mutated(byte[] model, SplittableRandom random, int kind) {
        byte[] frame = model.clone();
        int at = random.nextInt(frame.length - 1);
        switch (kind) {
            case 0 -> frame[at] ^= (byte) (1 + random.nextInt(255));
            case 1 -> frame = Arrays.copyOf(frame, 1 + at);
            case 2 -> random.nextBytes(frame);
            default -> {
                frame = Arrays.copyOf(frame, frame.length + 1 + random.nextInt(9));
                frame[frame.length - 1] = 1;
                frame[model.length - 1] = (byte) (1 + random.nextInt(255));
            }
        }
        return frame;
    }
}
