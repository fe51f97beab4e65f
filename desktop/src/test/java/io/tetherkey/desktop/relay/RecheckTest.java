package io.tetherkey.desktop.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.protocol.message.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecheckTest {

    private static final FlowState OPEN = Samples.finished(new Outcome.Unknown(Fault.BANK_UNREACHABLE));

    private final Recheck recheck = new Recheck();

    @Test
    void bankIsAskedMoreAndMoreSeldomButNeverLessThanOnceAMinute() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seconds.add(recheck.after(OPEN).orElseThrow().toSeconds());
            assertThat(recheck.after(new FlowState.Checking(
                            Samples.journey(3, io.tetherkey.protocol.message.Stage.CONFIRM_PAYMENT),
                            1,
                            new AfterCheck.Proceed())))
                    .isEmpty();
        }
        assertThat(seconds).containsExactly(3L, 6L, 12L, 24L, 48L, 60L, 60L);
    }

    @Test
    void anAnswerBeginsAnew() {
        recheck.after(Samples.bankAway());
        assertThat(recheck.after(Samples.phoneAway())).isEmpty();
        assertThat(recheck.after(Samples.bankAway())).contains(Duration.ofSeconds(3));
    }

    @Test
    void nothingIsAskedWhereTheAnswerIsKnown() {
        assertThat(recheck.after(Samples.finished(new Outcome.Declined()))).isEmpty();
        assertThat(recheck.after(new FlowState.AtRest())).isEmpty();
    }
}
