package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.relay.Recheck.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecheckTest {

    private final Recheck recheck = new Recheck();

    @Test
    void bankIsAskedMoreAndMoreSeldomButNeverLessThanOnceAMinute() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seconds.add(recheck.after(Question.OPEN).orElseThrow().toSeconds());
            assertThat(recheck.after(Question.ASKED)).isEmpty();
        }
        assertThat(seconds).containsExactly(3L, 6L, 12L, 24L, 48L, 60L, 60L);
    }

    @Test
    void anAnswerBeginsAnew() {
        recheck.after(Question.OPEN);
        assertThat(recheck.after(Question.NONE)).isEmpty();
        assertThat(recheck.after(Question.OPEN)).contains(Duration.ofSeconds(3));
    }
}
