package io.tetherkey.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small building blocks of the views. */
public final class Nodes {

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
