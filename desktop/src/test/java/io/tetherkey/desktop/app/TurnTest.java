package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void whatTheWindowComesToIsTakenOrNotAsItSays() {
        assertThat(Turn.take(Runnable::run, Duration.ofMinutes(1), () -> seen.add("order")))
                .isTrue();
        assertThat(Turn.take(Runnable::run, Duration.ofMinutes(1), () -> false)).isFalse();
        assertThat(seen).containsExactly("order");
    }

    /** Whoever brought it was told "not taken" and brings it again: it must not be looked at twice. */
    @Test
    void whatAStuckWindowDoesNotComeToIsWithdrawnForGood() {
        List<Runnable> late = new ArrayList<>();
        assertThat(Turn.take(late::add, Duration.ofMillis(1), () -> seen.add("order")))
                .isFalse();
        assertThat(late).hasSize(1);
        late.forEach(Runnable::run);
        assertThat(seen).isEmpty();
    }
}
