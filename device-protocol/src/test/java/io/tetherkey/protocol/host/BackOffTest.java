package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final RandomGenerator LOWEST = () -> 0;

    @Test
    void doublesFromATenthToWhatThePaceAllows() {
        BackOff backOff = new BackOff(LOWEST);
        assertThat(LongStream.range(0, 6).map(_ -> backOff.next(Pace.PROMPT)))
                .containsExactly(100L, 200L, 400L, 800L, 1_000L, 1_000L);
        assertThat(LongStream.range(0, 4).map(_ -> backOff.next(Pace.CALM)))
                .containsExactly(1_000L, 2_000L, 4_000L, 4_000L);
        assertThat(backOff.next(Pace.PROMPT)).isEqualTo(1_000);
        backOff.reset();
        assertThat(backOff.next(Pace.CALM)).isEqualTo(100);
    }

    @Test
    void everyWaitIsBetweenHalfAndAllOfIt() {
        BackOff backOff = new BackOff(new Random(5));
        LongStream.range(0, 5).forEach(_ -> backOff.next(Pace.PROMPT));
        long[] waits =
                LongStream.range(0, 1_000).map(_ -> backOff.next(Pace.PROMPT)).toArray();
        assertThat(LongStream.of(waits).min().orElseThrow()).isBetween(500L, 520L);
        assertThat(LongStream.of(waits).max().orElseThrow()).isBetween(980L, 1_000L);
    }
}
