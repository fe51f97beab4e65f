package io.tetherkey.desktop.ui;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small building blocks of the views. */
public final class Nodes {

    private static final double MARGIN = 16;

    private Nodes() {}

    /** A wrapping label that follows {@code text} and takes no room while it is empty. */
    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        goneWhileEmpty(label);
        return label;
    }

    private static void goneWhileEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /** Scrolls the page to {@code node} once it stands where it will be. */
    public static void reveal(Node node) {
        Platform.runLater(() -> scrollTo(node));
    }

    /** Scrolls the page, if it scrolls, so that the end of {@code node} is in sight. */
    public static void scrollTo(Node node) {
        Parent above = node.getParent();
        while (above != null && !(above instanceof ScrollPane)) {
            above = above.getParent();
        }
        if (above instanceof ScrollPane pane && pane.getContent() != null && pane.getScene() != null) {
            pane.getScene().getRoot().applyCss();
            pane.getScene().getRoot().layout();
            scroll(pane, node);
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        Bounds at = pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double seen = pane.getViewportBounds().getHeight();
        double more = pane.getContent().getLayoutBounds().getHeight() - seen;
        double from = pane.getVvalue() * more;
        if (more > 0 && (at.getMinY() < from || at.getMaxY() > from + seen)) {
            pane.setVvalue(Math.clamp((at.getMaxY() + MARGIN - seen) / more, 0, 1));
        }
    }

    /** Shows {@code node} only while {@code shown} holds, and gives its room back. */
    public static void showWhile(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(node.visibleProperty());
    }

    /**
     * Tells who listens instead of looks what a control is and what it does: the texts of {@code key} and
     * {@code key.help}.
     */
    public static void describe(Node node, Texts texts, String key) {
        node.accessibleTextProperty().bind(texts.bind(key));
        help(node, texts, key + ".help");
    }

    /** The same for a control that bears its name already: only what it does. */
    public static void help(Node node, Texts texts, String key) {
        node.accessibleHelpProperty().bind(texts.bind(key));
    }

    /** Names a control after what it does at present: the texts of {@code key} and {@code key.help}. */
    public static void name(Labeled control, Texts texts, ObservableValue<String> key) {
        control.textProperty().bind(key.flatMap(texts::bind));
        control.accessibleHelpProperty().bind(key.flatMap(now -> texts.bind(now + ".help")));
    }

    /** An icon of the Material Design pack; the words beside it carry the meaning. */
    public static FontIcon icon(String code, String... styles) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    /** Takes all room that is left in a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** The style class that colours a tone. */
    public static String toneClass(Tone tone) {
        return switch (tone) {
            case QUIET -> "tone-quiet";
            case WORKING -> "tone-working";
            case YOUR_TURN -> "tone-your-turn";
            case GOOD -> "tone-good";
            case BAD -> "tone-bad";
        };
    }

    /** Gives {@code node} a style class only while {@code worn} holds. */
    public static void styleWhile(Node node, String style, ObservableValue<Boolean> worn) {
        worn.subscribe(now -> {
            node.getStyleClass().remove(style);
            if (now) {
                node.getStyleClass().add(style);
            }
        });
    }

    /** Keeps the style class of {@code node} in step with {@code tone}. */
    public static void followTone(Node node, ObservableValue<Tone> tone) {
        Runnable follow = () -> {
            node.getStyleClass().removeIf(style -> style.startsWith("tone-"));
            node.getStyleClass().add(toneClass(tone.getValue()));
        };
        tone.addListener((property, before, now) -> follow.run());
        follow.run();
    }
}
