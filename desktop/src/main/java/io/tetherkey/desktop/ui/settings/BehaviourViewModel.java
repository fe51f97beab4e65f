package io.tetherkey.desktop.ui.settings;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.notice.Tray;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What the user chooses about the app on this computer: it shows the truth and passes wishes on. */
public final class BehaviourViewModel {

    private final ReadOnlyObjectWrapper<Autostart.Mode> autostart =
            new ReadOnlyObjectWrapper<>(Autostart.Mode.UNAVAILABLE);
    private final ObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawing.AS_USUAL);
    private final ObjectProperty<Closing> closing = new SimpleObjectProperty<>(Closing.QUIT);
    private final ReadOnlyObjectWrapper<Tray.Presence> tray = new ReadOnlyObjectWrapper<>(Tray.Presence.UNAVAILABLE);
    private Consumer<Autostart.Mode> wish = mode -> {};
    private Runnable look = () -> {};
    private Runnable usual = () -> {};

    BehaviourViewModel() {}

    /** Whether the app starts with the session, as the system says. */
    public ReadOnlyObjectProperty<Autostart.Mode> autostartProperty() {
        return autostart.getReadOnlyProperty();
    }

    /** Takes what the system says. */
    public void show(Autostart.Mode truth) {
        autostart.set(truth);
    }

    /** @param wish called with each wish of the user; the truth is shown when it is known */
    public void onAutostart(Consumer<Autostart.Mode> wish, Runnable look) {
        this.wish = wish;
        this.look = look;
    }

    /** The page is opened: somebody else may have changed something. */
    public void look() {
        look.run();
    }

    /** The user wants the other of on and off. */
    public void toggleAutostart() {
        switch (autostart.get()) {
            case ON -> wish.accept(Autostart.Mode.OFF);
            case OFF -> wish.accept(Autostart.Mode.ON);
            case UNAVAILABLE -> {}
        }
    }

    /** What the user chose for the closing of the window; it holds only while there is a tray. */
    public ObjectProperty<Closing> closingProperty() {
        return closing;
    }

    /** Whether there is a tray. */
    public ReadOnlyObjectProperty<Tray.Presence> trayProperty() {
        return tray.getReadOnlyProperty();
    }

    /** Takes what the tray says. */
    public void show(Tray.Presence now) {
        tray.set(now);
    }

    /** What closing the window does at present: without a tray the app quits, whatever was chosen. */
    public Closing closesTo() {
        return tray.get() == Tray.Presence.SHOWN ? closing.get() : Closing.QUIT;
    }

    /** How this window is drawn. */
    public ReadOnlyObjectProperty<Drawing> drawingProperty() {
        return drawing;
    }

    /** Takes how this run draws, and whom to tell that the next one shall draw as usual. */
    public void draws(Drawing now, Runnable usual) {
        this.usual = usual;
        drawing.set(now);
    }

    /** The user wants the graphics card to be tried again. */
    public void drawAsUsual() {
        usual.run();
        drawing.set(Drawing.USUAL_NEXT);
    }
}
