package io.tetherkey.desktop.ui.settings;

import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Theme;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the user chooses about the window; each change holds at once. */
public final class SettingsViewModel {

    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final BooleanProperty still;
    private final BooleanProperty systemStill = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> scale;
    private final BehaviourViewModel behaviour = new BehaviourViewModel();

    /** @param texts speaks the language of {@code looks} from now on */
    public SettingsViewModel(Texts texts, Looks looks) {
        this.texts = texts;
        texts.languageProperty().set(looks.language());
        this.theme = new SimpleObjectProperty<>(looks.theme());
        this.still = new SimpleBooleanProperty(looks.still());
        this.scale = new SimpleObjectProperty<>(looks.scale());
    }

    public Texts texts() {
        return texts;
    }

    public ObjectProperty<Language> languageProperty() {
        return texts.languageProperty();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether the user wants nothing to move on the screen. */
    public BooleanProperty stillProperty() {
        return still;
    }

    /** Whether the system asks for no movement. */
    public BooleanProperty systemStillProperty() {
        return systemStill;
    }

    /** Whether things may move on the screen at present. */
    public boolean moves() {
        return !still.get() && !systemStill.get();
    }

    /** How the app behaves on this computer. */
    public BehaviourViewModel behaviour() {
        return behaviour;
    }

    /** The size of everything in percent. */
    public ObjectProperty<Integer> scaleProperty() {
        return scale;
    }

    public Looks looks() {
        return new Looks(languageProperty().get(), theme.get(), still.get(), scale.get());
    }

    /** Tells {@code listener} each change from now on. */
    public void onChange(Consumer<Looks> listener) {
        InvalidationListener tell = changed -> listener.accept(looks());
        for (Observable part : new Observable[] {languageProperty(), theme, still, scale}) {
            part.addListener(tell);
        }
    }
}
