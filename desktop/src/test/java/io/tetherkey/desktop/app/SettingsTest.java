package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.phone.Road;
import io.tetherkey.desktop.phone.RoadChoice;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Looks;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.settings.Closing;
import io.tetherkey.protocol.host.HostReach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void choicesSurviveARestart(Theme theme) {
        Path file = folder.resolve("settings.properties");
        var chosen = new Settings(
                new Looks(Language.CHINESE, theme, true, 150),
                Optional.of(new WindowPlace(-20, 30, 1100, 700)),
                new RoadChoice(Set.of(Road.SERIAL, Road.TCP), HostReach.ANY_HOST),
                Closing.TRAY);
        chosen.write(file);
        assertThat(Settings.read(file, Locale.ENGLISH)).isEqualTo(chosen);
    }

    @Test
    void firstStartFollowsTheSystem() {
        Settings first = Settings.read(folder.resolve("none"), Locale.SIMPLIFIED_CHINESE);
        assertThat(first)
                .isEqualTo(new Settings(
                        Looks.first(Language.CHINESE), Optional.empty(), RoadChoice.usual(), Closing.QUIT));
        assertThat(first.looks().theme()).isEqualTo(Theme.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scale=17",
                "scale=99999999999",
                "scale=x",
                "theme=pink",
                "place=1,2",
                "place=a,b,c,d",
                "roads=sea",
                "anyHost=maybe",
                "closing=never"
            })
    void nonsenseInTheFileIsAsOnAFirstStart(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.properties"), line + "\n");
        assertThat(Settings.read(file, Locale.ENGLISH))
                .isEqualTo(new Settings(
                        Looks.first(Language.ENGLISH), Optional.empty(), RoadChoice.usual(), Closing.QUIT));
    }

    @Test
    void systemThemeIsItsContrastFirst() {
        assertThat(Wardrobe.ofSystem(Map.of(), ColorScheme.LIGHT)).isEqualTo(Theme.LIGHT);
        assertThat(Wardrobe.ofSystem(Map.of("Windows.SPI.HighContrast", false), ColorScheme.DARK))
                .isEqualTo(Theme.DARK);
        assertThat(Wardrobe.ofSystem(Map.of("Windows.SPI.HighContrast", true), ColorScheme.LIGHT))
                .isEqualTo(Theme.HIGH_CONTRAST);
        assertThat(Wardrobe.ofSystem(Map.of("GTK.theme_name", "HighContrastInverse"), ColorScheme.DARK))
                .isEqualTo(Theme.HIGH_CONTRAST);
    }
}
