package io.tetherkey.protocol.phone.virtual.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs without a toolkit. */
class BenchViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final BenchViewModel bench =
            new BenchViewModel(new NotedHands(done, SampleScreens.report()), Runnable::run);

    @Test
    void flashIsLookedAtOnlyWhileSomebodyWatches() {
        bench.look();
        assertThat(done).isEmpty();

        bench.watchedProperty().set(true);

        assertThat(bench.reportProperty().get()).isEqualTo(SampleScreens.report());
        bench.watchedProperty().set(false);
        bench.look();
        assertThat(done).containsExactly("inspect");
    }

    @Test
    void damageIsSeenAtOnce() {
        bench.watchedProperty().set(true);
        bench.damageOneCopy();

        assertThat(done).containsExactly("inspect", "damage", "inspect");
    }

    @Test
    void newPhoneClosesTheQuestion() {
        bench.askingToStartAsNewProperty().set(true);
        bench.startAsNew();

        assertThat(bench.askingToStartAsNewProperty().get()).isFalse();
        assertThat(done).containsExactly("start-as-new");
    }

    @Test
    void keyboardIsConnectedAndRemoved() {
        bench.attachInputDevice();
        bench.removeInputDevice();

        assertThat(done).containsExactly("attach", "remove");
    }

    @Test
    void pressesFromOutsideAreMarkedAsSuch() {
        bench.pressFromOutside();

        assertThat(done).containsExactly("outside Unlock", "outside EndReached", "outside Approve");
    }
}
