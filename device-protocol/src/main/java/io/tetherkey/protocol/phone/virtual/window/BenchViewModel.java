package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.flash.FlashReport;
import io.tetherkey.protocol.phone.virtual.PhoneBench;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The developer's side of a virtual phone: what its flash looks like, and what may be done to it. Lives on the JavaFX
 * thread. The flash is looked at again only when the phone has shown something new, and only while somebody watches.
 */
public final class BenchViewModel {
    private final PhoneBench bench;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<FlashReport> report =
            new ReadOnlyObjectWrapper<>(new FlashReport(List.of(), List.of(), 0, 0));
    private final BooleanProperty watched = new SimpleBooleanProperty(false);
    private final BooleanProperty askingToStartAsNew = new SimpleBooleanProperty(false);

    /** @param ui carries work to the JavaFX thread */
    public BenchViewModel(PhoneBench bench, Executor ui) {
        this.bench = bench;
        this.ui = ui;
        watched.subscribe(this::look);
    }

    public ReadOnlyObjectProperty<FlashReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether somebody has the inspector open. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** Whether the question is open, if this phone is really to become an empty one. */
    public BooleanProperty askingToStartAsNewProperty() {
        return askingToStartAsNew;
    }

    /** Looks at the flash, if somebody watches. */
    public void look() {
        if (watched.get()) {
            bench.inspect(seen -> ui.execute(() -> report.set(seen)));
        }
    }

    public void damageOneCopy() {
        bench.damageOneCopy();
        look();
    }

    public void attachInputDevice() {
        bench.attachInputDevice();
    }

    public void removeInputDevice() {
        bench.removeInputDevice();
    }

    /** Tries to unlock the phone and to approve whatever it asks, as a computer would that pretends to be its keys. */
    public void pressFromOutside() {
        List.of(new UserAction.Unlock(), new UserAction.EndReached(), new UserAction.Approve())
                .forEach(bench::pressFromOutside);
    }

    public void startAsNew() {
        askingToStartAsNew.set(false);
        bench.startAsNew();
        look();
    }
}
