package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Scenes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What must hold for every painted state. */
final class WindowChecks {

    /** Roles that say nothing to who listens. */
    private static final Set<AccessibleRole> MUTE = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private static final double LEAST_TEXT = 4.5;
    private static final double LEAST_ICON = 3;

    private WindowChecks() {}

    /** A label that had to be shortened shows another text than it was given; one that shows only its sign has none. */
    static void assertNothingIsCut(Node root, String state) {
        for (Node node : Scenes.shown(root)) {
            if (node instanceof Labeled label
                    && isSaid(label.getText())
                    && label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
                Text painted = (Text) label.lookup(".text");
                assertThat(painted == null ? "" : painted.getText())
                        .as("%s: %s", state, label.getText())
                        .isEqualTo(label.getText());
            }
        }
    }

    /** Whatever the keyboard reaches tells its role, its name and what it does. */
    static void assertControlsSpeak(Node root, String state) {
        List<String> silent = new ArrayList<>();
        for (Node node : Scenes.shown(root)) {
            if (node.isFocusTraversable() && !(node instanceof ScrollPane)) {
                boolean named = isSaid(node.getAccessibleText())
                        || (node instanceof Labeled labeled && isSaid(labeled.getText()));
                boolean speaks = named && !MUTE.contains(node.getAccessibleRole()) && isSaid(node.getAccessibleHelp());
                if (!speaks) {
                    silent.add(Scenes.name(node));
                }
            }
        }
        assertThat(silent).as(state).isEmpty();
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    /** WCAG 2.2, 1.4.3 and 1.4.11: texts and icons stand out against what is behind them. */
    static void assertContrast(Node root, String state) {
        List<String> faint = new ArrayList<>();
        for (Node node : Scenes.shown(root)) {
            if (node instanceof Text text && !text.getText().isBlank() && !text.isDisabled()) {
                double ratio = Contrast.of(text);
                if (ratio < (node instanceof FontIcon ? LEAST_ICON : LEAST_TEXT)) {
                    faint.add(String.format("%s %.2f", text.getText(), ratio));
                }
            }
        }
        assertThat(faint).as(state).isEmpty();
    }
}
