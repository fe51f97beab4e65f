package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Pictures of every state in both languages, in all looks and at two sizes, at the least size of the window; nothing in
 * them is cut or faint, and every control speaks.
 */
@ExtendWith(ApplicationExtension.class)
class WindowScreenshotsIT {

    private static final Set<Theme> WORN = EnumSet.complementOf(EnumSet.of(Theme.SYSTEM));
    private static final List<Integer> SCALES = List.of(100, 200);

    @Test
    void everyStateIsPaintedWholeInAllLooks(FxRobot robot) throws Exception {
        var gallery = new Gallery(Path.of("target", "screenshots"));
        for (Language language : Language.values()) {
            for (String state : WindowStates.all().keySet()) {
                robot.interact(() -> paint(state, language, gallery));
            }
        }
        int expected = WindowStates.all().size() * Language.values().length * WORN.size() * SCALES.size();
        assertThat(gallery.finish())
                .hasSize(expected)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    private static void paint(String state, Language language, Gallery gallery) {
        WindowViewModel window = WindowStates.window(state, language);
        var stage = new javafx.stage.Stage();
        var shown = new WindowStage(stage, window);
        try {
            stage.setWidth(1024);
            stage.setHeight(600);
            shown.show();
            for (Theme theme : WORN) {
                window.settings().themeProperty().set(theme);
                for (int scale : SCALES) {
                    String name = "%s-%s-%s-%d".formatted(state, language.code(), theme.code(), scale);
                    window.settings().scaleProperty().set(scale);
                    Parent root = shown.scene().getRoot();
                    root.applyCss();
                    root.layout();
                    gallery.add(shown.scene(), name);
                    WindowChecks.assertNothingIsCut(root, name);
                    WindowChecks.assertContrast(root, name);
                    WindowChecks.assertControlsSpeak(root, name);
                }
            }
        } finally {
            stage.close();
        }
    }
}
