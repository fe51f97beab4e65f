package io.tetherkey.desktop.ui;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** One choice of a few, side by side: what is chosen carries a tick besides its colour. */
public final class Choices {

    private Choices() {}

    /**
     * Buttons that follow {@code chosen} and set it.
     *
     * @param name the id of the row; each button's is {@code name-code}, and {@code settings.name.help} tells what for
     */
    public static <T> HBox of(
            String name,
            Texts texts,
            Property<T> chosen,
            List<T> all,
            Function<T, String> code,
            Function<T, ObservableValue<String>> label) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("choices-row");
        box.setId(name);
        for (T one : all) {
            ToggleButton button = button(chosen, one, group);
            button.setId(name + "-" + code.apply(one));
            button.textProperty().bind(label.apply(one));
            button.accessibleTextProperty().bind(button.textProperty());
            button.accessibleHelpProperty().bind(texts.bind("settings." + name + ".help"));
            button.getStyleClass().add(pill(all.indexOf(one), all.size()));
            box.getChildren().add(button);
        }
        return box;
    }

    private static <T> ToggleButton button(Property<T> chosen, T one, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.setToggleGroup(group);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.setValue(one);
        });
        chosen.subscribe(now -> {
            button.setSelected(one.equals(now));
            button.setGraphic(one.equals(now) ? Nodes.icon("mdi2c-check", "tick") : null);
        });
        return button;
    }

    private static String pill(int index, int size) {
        if (index == 0) {
            return Styles.LEFT_PILL;
        }
        return index == size - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
