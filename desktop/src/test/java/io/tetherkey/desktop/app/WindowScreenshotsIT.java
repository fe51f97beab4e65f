package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.app.Gallery.Painted;
import io.tetherkey.desktop.app.Gallery.Verdict;
import io.tetherkey.desktop.kit.Scenes;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Pictures of every state in both languages, in all looks and at two sizes, at the least size of the window; nothing in
 * them is cut or faint, every control speaks, and they look as they looked when they were stored. The property
 * {@code tetherkey.pictures.states} names some, parted by commas, by what they begin with; then only those are painted
 * and nothing is compared.
 */
@ExtendWith(ApplicationExtension.class)
class WindowScreenshotsIT {

    private static final Set<Theme> WORN = EnumSet.complementOf(EnumSet.of(Theme.SYSTEM));
    private static final List<Integer> SCALES = List.of(100, 200);
    private static final Map<String, String> SUBJECTS =
            Map.of("47-trusted-computers", "#computers", "48-computer-asked", "#revoke-no");

    private static final String CHOSEN = System.getProperty("tetherkey.pictures.states", "");

    @Test
    void everyStateIsPaintedWholeInAllLooks(FxRobot robot) throws Exception {
        var stored = StoredPictures.read(StoredPictures.FILE);
        var gallery = new Gallery(Path.of("target", "screenshots"), stored);
        List<String> states = states();
        List<Painted> painted;
        try {
            inUtc(() -> {
                for (Language language : Language.values()) {
                    states.forEach(state -> robot.interact(() -> paint(state, language, gallery)));
                }
            });
        } finally {
            painted = gallery.finish();
        }
        assertThat(painted).hasSize(states.size() * Language.values().length * WORN.size() * SCALES.size());
        if (!CHOSEN.isEmpty()) {
            return;
        }
        if ("write".equals(System.getProperty("tetherkey.pictures"))) {
            StoredPictures.of(painted).write(StoredPictures.FILE);
        } else if (OS.LINUX.isCurrentOs()) {
            assertLooksAsStored(stored, painted);
        }
    }

    private static List<String> states() {
        List<String> beginnings = List.of(CHOSEN.split(","));
        List<String> states = WindowStates.all().keySet().stream()
                .filter(state -> beginnings.stream().anyMatch(state::startsWith))
                .toList();
        assertThat(states).as("states that begin with %s", CHOSEN).isNotEmpty();
        return states;
    }

    /** Times of day in the pictures are those of one zone. */
    private static void inUtc(Runnable work) {
        TimeZone here = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            work.run();
        } finally {
            TimeZone.setDefault(here);
        }
    }

    private static void assertLooksAsStored(StoredPictures stored, List<Painted> painted) {
        var names = painted.stream().map(Painted::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named(painted, Verdict.DIFFERENT))
                .as("look at target/screenshots/index.html; if the new ones are right, store them (TESTING.md)")
                .isEmpty();
        assertThat(named(painted, Verdict.NEW))
                .as("not stored yet (TESTING.md)")
                .isEmpty();
        assertThat(names).as("stored and not painted any more (TESTING.md)").containsAll(stored.names());
    }

    private static List<String> named(List<Painted> painted, Verdict verdict) {
        return painted.stream()
                .filter(one -> one.verdict() == verdict)
                .map(Painted::name)
                .toList();
    }

    /** A state that is about something far down on its page is painted where that can be seen. */
    private static void show(Parent root, String state) {
        String subject = SUBJECTS.getOrDefault(state, "");
        if (!subject.isEmpty()) {
            root.lookupAll(".scroll-pane").forEach(pane -> ((ScrollPane) pane).setVvalue(0));
            Nodes.scrollTo(root.lookup(subject));
            Scenes.twoPulses(root);
        }
    }

    private static void paint(String state, Language language, Gallery gallery) {
        WindowViewModel window = WindowStates.window(state, language);
        var stage = new Stage();
        var shown = new WindowStage(stage, window);
        ShippedTypeface.dress(shown.scene());
        try {
            stage.setWidth(1024);
            stage.setHeight(600);
            shown.show();
            for (int scale : SCALES) {
                window.settings().scaleProperty().set(scale);
                for (Theme theme : WORN) {
                    String name = "%s-%s-%s-%d".formatted(state, language.code(), theme.code(), scale);
                    window.settings().themeProperty().set(theme);
                    Parent root = shown.scene().getRoot();
                    Scenes.twoPulses(root);
                    show(root, state);
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
