package io.tetherkey.protocol.phone.virtual.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The building blocks that all screens share. */
final class Nodes {
    private Nodes() {}

    /** A text that wraps and is never cut. */
    static Label text(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Button button(String id, String text, String styleClass, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll("phone-button", styleClass);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /** Buttons side by side, all of the same width. */
    static HBox buttons(Button... buttons) {
        HBox row = new HBox(12, buttons);
        for (Button button : buttons) {
            button.setPrefWidth(1);
        }
        row.getStyleClass().add("button-row");
        return row;
    }

    /** Two buttons that share a row. */
    static HBox pair(Button left, Button right) {
        HBox row = new HBox(8, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        for (Button button : new Button[] {left, right}) {
            button.setMinWidth(1);
            button.setPrefWidth(1);
        }
        return row;
    }

    /** An icon in a disc. */
    static StackPane disc(Icon icon, double size, String styleClass) {
        StackPane disc = new StackPane(icon.draw(size * 0.6, "disc-icon"));
        disc.getStyleClass().addAll("disc", styleClass);
        disc.setMinSize(size, size);
        disc.setPrefSize(size, size);
        disc.setMaxSize(size, size);
        return disc;
    }

    static VBox centred(double spacing, Node... children) {
        VBox box = new VBox(spacing, children);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /** Takes the room that is left. */
    static Region spring() {
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }
}
