package io.tetherkey.desktop.ui;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A bar below the navigation: something that waits, in a title and one line, and what can be done about it. */
public final class StripView extends HBox {

    private final HBox buttons = new HBox();
    private final String id;
    private final Texts texts;

    /** @param id its own, and what the ids of its title and detail begin with */
    public StripView(
            String id, String icon, ObservableValue<String> title, ObservableValue<String> detail, Texts texts) {
        this.id = id;
        this.texts = texts;
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER_LEFT);
        setId(id);
        VBox words = new VBox(part("title", title, "waiting-title"), part("detail", detail, "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.getStyleClass().add("strip-buttons");
        buttons.setMinWidth(USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Nodes.icon(icon, "waiting-icon"), words, buttons);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(title, ". ", detail));
    }

    private Label part(String name, ObservableValue<String> text, String style) {
        Label label = Nodes.label(text, style);
        label.setId(id + "-" + name);
        return label;
    }

    /**
     * Adds a button.
     *
     * @param key of its text, and with {@code .help} of what it does
     */
    public StripView with(String buttonId, String key, Runnable action) {
        Button button = new Button();
        button.setId(buttonId);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return this;
    }
}
