package io.tetherkey.desktop.ui.guide;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Says what stands between the user and a payment, and offers the one button that helps. */
public final class GuideViewModel {

    private final Texts texts;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Guide> guide = new ReadOnlyObjectWrapper<>(Guide.PLUG_IN);
    private final ReadOnlyObjectWrapper<Guide> picture = new ReadOnlyObjectWrapper<>(Guide.PLUG_IN);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<FaultWords>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private PhoneState phone = new PhoneState.Absent();
    private Optional<Order> order = Optional.empty();
    private boolean open;
    private Consumer<Guide> taken = step -> {};

    public GuideViewModel(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
        texts.onLanguage(this::render);
    }

    /** The next thing to do. */
    public ReadOnlyObjectProperty<Guide> guideProperty() {
        return guide.getReadOnlyProperty();
    }

    /** What the picture shows: the next thing to do, but no check while the phone is away for a moment. */
    public ReadOnlyObjectProperty<Guide> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Why the phone cannot be used, below the title; empty where it can. */
    public ReadOnlyObjectProperty<Optional<FaultWords>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** What the button says; empty where the user has to do something with their hands. */
    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Tells {@code step} when the user presses the button. */
    public void onAction(Consumer<Guide> step) {
        taken = step;
    }

    public void act() {
        taken.accept(guide.get());
    }

    public void show(PhoneState state) {
        phone = state;
        render();
    }

    public void show(FlowState state) {
        order = state instanceof FlowState.OrderShown shown
                ? Optional.of(shown.order().order())
                : Optional.empty();
        open = state instanceof FlowState.Finished over && over.outcome() instanceof Outcome.Unknown
                || state instanceof FlowState.Checking asked
                        && asked.shownResult().isPresent();
        render();
    }

    private void render() {
        Guide next = Guide.of(phone, order, clock.instant());
        Guide now = next == Guide.PAY && open ? Guide.OPEN_QUESTION : next;
        guide.set(now);
        picture.set(now == Guide.PAY && phone instanceof PhoneState.Reconnecting ? Guide.GREETING : now);
        Optional<FaultWords> why = phone instanceof PhoneState.Unusable(Fault told)
                ? Optional.of(FaultWords.of(told, texts))
                : Optional.empty();
        title.set(why.map(FaultWords::title).orElseGet(() -> texts.get(now.key() + suffix(now))));
        detail.set(why.isPresent() ? "" : texts.get(now.key() + suffix(now) + ".detail"));
        fault.set(why.map(FaultWords::untitled));
        action.set(
                switch (now) {
                    case PLUG_IN -> texts.get("guide.not-found");
                    case MEND -> texts.get("now.why");
                    case ASK_AGAIN -> texts.get("diagnosis.again");
                    case SET_UP_BANK -> texts.get("guide.set-up-bank.action");
                    case GREETING, UNLOCK, TRUST, PAY, OPEN_QUESTION -> "";
                });
    }

    private String suffix(Guide now) {
        return now == Guide.SET_UP_BANK && order.isPresent() ? ".order" : "";
    }
}
