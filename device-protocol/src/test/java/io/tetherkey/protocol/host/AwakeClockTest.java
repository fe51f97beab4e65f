package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeClockTest {
    private final AtomicLong real = new AtomicLong(77_000);
    private final AwakeClock clock = new AwakeClock(real::get);

    @Test
    void timeWhileAwakeCountsInFull() {
        for (int i = 1; i <= 10; i++) {
            real.addAndGet(200);
            assertThat(clock.now()).isEqualTo(200L * i);
        }
    }

    @Test
    void sleepCountsAsAMoment() {
        real.addAndGet(8 * 3_600_000);
        assertThat(clock.now()).isEqualTo(250);
        real.addAndGet(50);
        assertThat(clock.now()).isEqualTo(300);
    }

    @Test
    void waitOnPurposeCountsInFullAndSleepWithinItAsAMoment() {
        real.addAndGet(2_000);
        assertThat(clock.after(2_000)).isEqualTo(2_000);
        real.addAndGet(8 * 3_600_000);
        assertThat(clock.after(2_000)).isEqualTo(2_000 + 2_250);
    }
}
