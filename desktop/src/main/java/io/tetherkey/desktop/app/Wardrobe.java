package io.tetherkey.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.WindowView;
import java.util.Map;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Dresses the window in its theme and follows the system where the user wants that. Used on the UI thread only. */
final class Wardrobe {

    private static final String CONTRAST = WindowView.stylesheet("contrast.css");
    private static final String DARK = WindowView.stylesheet("dark.css");

    private final Scene scene;
    private final ObservableValue<Theme> chosen;

    Wardrobe(Scene scene, ObservableValue<Theme> chosen) {
        this.scene = scene;
        this.chosen = chosen;
        chosen.addListener((property, before, now) -> dress());
        Platform.getPreferences().addListener((javafx.beans.InvalidationListener) changed -> dress());
        dress();
    }

    private void dress() {
        Theme worn = worn(chosen.getValue(), Platform.getPreferences());
        String fabric = switch (worn) {
            case LIGHT, SYSTEM -> new PrimerLight().getUserAgentStylesheet();
            case DARK, HIGH_CONTRAST -> new PrimerDark().getUserAgentStylesheet();
        };
        if (!fabric.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(fabric);
        }
        scene.getStylesheets().removeAll(CONTRAST, DARK);
        switch (worn) {
            case LIGHT, SYSTEM -> {}
            case DARK -> scene.getStylesheets().add(DARK);
            case HIGH_CONTRAST -> scene.getStylesheets().add(CONTRAST);
        }
    }

    private static Theme worn(Theme chosen, Platform.Preferences system) {
        return chosen == Theme.SYSTEM ? ofSystem(system, system.getColorScheme()) : chosen;
    }

    /**
     * What the system asks for: high contrast where it says so, else its light or dark.
     *
     * @param preferences by the system's own names
     */
    static Theme ofSystem(Map<String, Object> preferences, ColorScheme scheme) {
        boolean windows = Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"));
        boolean gtk = String.valueOf(preferences.get("GTK.theme_name")).startsWith("HighContrast");
        if (windows || gtk) {
            return Theme.HIGH_CONTRAST;
        }
        return scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }
}
