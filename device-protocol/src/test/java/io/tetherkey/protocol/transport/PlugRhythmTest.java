package io.tetherkey.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlugRhythmTest {
    private final PlugRhythm rhythm = new PlugRhythm(Duration.ofHours(1));

    /** The rest is an hour, so each wait that ends is one that belongs to the change. */
    @Test
    @Timeout(60)
    void oneChangeIsFollowedByFourMoreLooksAndThenByRest() throws Exception {
        rhythm.changed();
        rhythm.changed();
        for (int look = 0; look < 5; look++) {
            rhythm.await();
        }
        Thread resting = Thread.ofVirtual().start(this::awaitQuietly);
        while (resting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(resting.isAlive()).isTrue();
        rhythm.changed();
        resting.join();
    }

    private void awaitQuietly() {
        try {
            rhythm.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
