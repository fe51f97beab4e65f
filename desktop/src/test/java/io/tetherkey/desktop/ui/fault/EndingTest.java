package io.tetherkey.desktop.ui.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final FaultWords WHY = new FaultWords("Title", "Cause.", "Remedy.", "Who", "Tries", "TK-1");

    private final Ending ending = new Ending();

    @Test
    void whatWasReachedIsSpoken() {
        ending.reach("Paid", "The shop knows.");
        assertThat(ending.titleProperty().get()).isEqualTo("Paid");
        assertThat(ending.spokenProperty().getValue()).isEqualTo("The shop knows.");
        assertThat(ending.toneProperty().get()).isEqualTo(Tone.GOOD);
        assertThat(ending.faultProperty().get()).isEmpty();
    }

    @Test
    void faultTakesThePlaceOfTheSentence() {
        List<String> spoken = new ArrayList<>();
        ending.spokenProperty().subscribe(now -> spoken.add(now));
        ending.reach("Paid", "The shop knows.");
        ending.fail("Not paid", Tone.BAD, WHY);
        assertThat(ending.sentenceProperty().get()).isEmpty();
        assertThat(ending.faultProperty().get()).contains(WHY);
        assertThat(ending.toneProperty().get()).isEqualTo(Tone.BAD);
        assertThat(spoken).endsWith("Cause. Remedy.");
    }

    @Test
    void nothingIsLeftOnceItIsCleared() {
        ending.fail("Not paid", Tone.BAD, WHY);
        ending.clear();
        assertThat(ending.titleProperty().get()).isEmpty();
        assertThat(ending.spokenProperty().getValue()).isEmpty();
        assertThat(ending.faultProperty().get()).isEmpty();
        assertThat(ending.toneProperty().get()).isEqualTo(Tone.QUIET);
    }
}
