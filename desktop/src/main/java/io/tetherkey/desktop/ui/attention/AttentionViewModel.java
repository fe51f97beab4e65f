package io.tetherkey.desktop.ui.attention;

import io.tetherkey.desktop.notice.Notice;
import io.tetherkey.desktop.notice.Notifier;
import io.tetherkey.desktop.relay.EnrolmentState;
import io.tetherkey.desktop.relay.FlowState;
import io.tetherkey.desktop.relay.LoginState;
import io.tetherkey.desktop.ui.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Calls for the user when something begins to wait while the window is not in front, and takes the call back when the
 * window is looked at or nothing waits any more.
 */
public final class AttentionViewModel {

    private final Texts texts;
    private final BooleanProperty inFront = new SimpleBooleanProperty(true);
    private Notifier notifier = Notifier.none();
    private Optional<Matter> payment = Optional.empty();
    private Optional<Matter> login = Optional.empty();
    private Optional<Matter> slot = Optional.empty();
    private Optional<Matter> known = Optional.empty();

    public AttentionViewModel(Texts texts) {
        this.texts = texts;
        inFront.subscribe(front -> {
            if (front) {
                notifier.withdraw();
            }
        });
    }

    /** Whether the user can see the window and works in it. */
    public BooleanProperty inFrontProperty() {
        return inFront;
    }

    /** Who shows notices from now on. */
    public void notify(Notifier notifier) {
        this.notifier = notifier;
    }

    public void show(FlowState state) {
        payment = Matter.of(state);
        update();
    }

    /** A login that went well is read in the browser. */
    public void show(LoginState state) {
        login = Matter.of(state);
        update();
    }

    public void show(EnrolmentState state) {
        slot = Matter.of(state);
        update();
    }

    private void update() {
        Optional<Matter> now = payment.or(() -> login).or(() -> slot);
        if (now.equals(known)) {
            return;
        }
        known = now;
        if (now.isEmpty()) {
            notifier.withdraw();
        } else if (!inFront.get()) {
            notifier.show(new Notice(texts.get("app.name"), texts.get(now.get().key())));
        }
    }
}
