package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final RandomGenerator LOWEST = () -> 0;

    @Test
    void doublesFromATenthToHalfASecond() {
        BackOff backOff = new BackOff(LOWEST);
        assertThat(LongStream.range(0, 5).map(_ -> backOff.next())).containsExactly(100L, 200L, 400L, 500L, 500L);
        backOff.reset();
        assertThat(backOff.next()).isEqualTo(100);
    }

    @Test
    void everyWaitIsBetweenHalfAndAllOfIt() {
        BackOff backOff = new BackOff(new Random(5));
        backOff.next();
        backOff.next();
        backOff.next();
        long[] waits = LongStream.range(0, 1_000).map(_ -> backOff.next()).toArray();
        assertThat(LongStream.of(waits).min().orElseThrow()).isBetween(250L, 260L);
        assertThat(LongStream.of(waits).max().orElseThrow()).isBetween(490L, 500L);
    }
}
