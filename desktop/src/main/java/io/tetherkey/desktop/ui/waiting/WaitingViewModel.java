package io.tetherkey.desktop.ui.waiting;

import io.tetherkey.desktop.queue.Waiting;
import io.tetherkey.desktop.ui.Countdown;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.protocol.message.Order;
import java.time.Clock;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Tells what waits until the flow in progress is over, and until when it can. */
public final class WaitingViewModel {

    private final Texts texts;
    private final Countdown countdown;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final BooleanBinding shown = Bindings.isNotEmpty(title);
    private Optional<Waiting> waiting = Optional.empty();
    private Runnable dropped = () -> {};

    public WaitingViewModel(Texts texts, Clock clock, TaskRunner runner) {
        this.texts = texts;
        this.countdown = new Countdown(clock, runner);
        countdown.leftProperty().addListener((property, before, now) -> render());
        texts.onLanguage(this::render);
    }

    /** What opens next; empty while nothing waits. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** When it opens, and how long that can take. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public BooleanBinding shownProperty() {
        return shown;
    }

    public void show(Optional<Waiting> next) {
        waiting = next;
        countdown.to(next.map(Waiting::expiresAt));
        render();
    }

    /** Runs {@code drop} when the user drops what waits. */
    public void onDrop(Runnable drop) {
        dropped = drop;
    }

    public void drop() {
        dropped.run();
    }

    private void render() {
        title.set(waiting.map(this::titleOf).orElse(""));
        detail.set(waiting.isEmpty() ? "" : detailNow());
    }

    private String titleOf(Waiting one) {
        return switch (one) {
            case Waiting.Payment payment -> {
                Order order = payment.order().order();
                yield texts.get(
                        "waiting.payment",
                        VisibleText.of(order.payee()),
                        texts.digits(order.amount()),
                        order.amount().currency());
            }
            case Waiting.Login login ->
                texts.get("waiting.login", texts.bankName(login.ticket().bank()));
        };
    }

    private String detailNow() {
        return countdown.isOver()
                ? texts.get("waiting.over")
                : countdown
                        .leftProperty()
                        .get()
                        .map(left -> texts.get("waiting.detail", Texts.clock(left)))
                        .orElse("");
    }
}
