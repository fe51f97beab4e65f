package io.tetherkey.desktop.ui.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.MovingClock;
import io.tetherkey.desktop.ui.Samples;
import io.tetherkey.desktop.ui.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingViewModelTest {

    private final MovingClock clock = new MovingClock();
    private final DirectRunner runner = new DirectRunner();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final WaitingViewModel waiting = new WaitingViewModel(texts, clock, runner);

    @Test
    void payeeAmountAndTimeLeftAreTold() {
        waiting.show(Optional.of(new Waiting.Payment(Samples.ORDER)));
        assertThat(waiting.titleProperty().get()).isEqualTo("Next: Lotus Tea House 荷塘茶舍, 128.00\u00a0CNY");
        assertThat(waiting.detailProperty().get()).isEqualTo("Opens after this payment. Expires in 5:00.");
        clock.pass(Duration.ofSeconds(58));
        runner.pass();
        assertThat(waiting.detailProperty().get()).endsWith("Expires in 4:02.");
        texts.languageProperty().set(Language.CHINESE);
        assertThat(waiting.titleProperty().get()).startsWith("下一笔：");
    }

    @Test
    void endOfItsTimeIsTold() {
        waiting.show(Optional.of(new Waiting.Payment(Samples.ORDER)));
        clock.pass(Duration.ofMinutes(6));
        runner.pass();
        assertThat(waiting.detailProperty().get()).isEqualTo("This offer has ended and will not open.");
        runner.pass();
        assertThat(waiting.shownProperty().get()).isTrue();
    }

    @Test
    void nothingIsShownWhileNothingWaitsAndDropIsHandedOn() {
        List<String> done = new ArrayList<>();
        waiting.onDrop(() -> done.add("drop"));
        waiting.show(Optional.of(new Waiting.Payment(Samples.ORDER)));
        waiting.drop();
        waiting.show(Optional.empty());
        assertThat(waiting.shownProperty().get()).isFalse();
        assertThat(waiting.detailProperty().get()).isEmpty();
        assertThat(done).containsExactly("drop");
    }
}
