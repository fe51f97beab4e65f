package io.tetherkey.desktop.ui.phones;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card that lists several phones; gone while there is nothing to choose. */
public final class PhonesView extends VBox {

    private final PhonesViewModel phones;
    private final Texts texts;
    private final VBox list = new VBox();

    public PhonesView(PhonesViewModel phones, Texts texts) {
        this.phones = phones;
        this.texts = texts;
        getStyleClass().addAll("card", "phones");
        setId("phones");
        list.getStyleClass().add("phone-list");
        Label told = Nodes.label(phones.toldProperty(), "muted");
        told.setId("phones-told");
        getChildren().addAll(Nodes.label(texts.bind("phones.heading"), "section-heading"), list, told);
        phones.rows().addListener((ListChangeListener<PhoneRow>) change -> fill());
        fill();
        Nodes.showWhile(this, Bindings.isNotEmpty(phones.rows()));
    }

    private void fill() {
        list.getChildren().setAll(phones.rows().stream().map(this::row).toList());
    }

    private VBox row(PhoneRow phone) {
        Label name = words(phone.name(), "choice-name");
        name.setId("phone-name-" + phone.number());
        Label road = words(phone.road(), "muted");
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("row-actions");
        if (phone.used()) {
            Label used = new Label(texts.get("phones.used"), Nodes.icon("mdi2c-check-circle", "phone-used-icon"));
            used.setId("phone-used-" + phone.number());
            used.getStyleClass().add("phone-used");
            buttons.getChildren().add(used);
        } else {
            Button use = button("phone-use-" + phone.number(), "phones.use", phone);
            use.disableProperty().bind(phones.boundProperty());
            use.setOnAction(event -> phones.choose(phone));
            buttons.getChildren().add(use);
        }
        Button wink = button("phone-wink-" + phone.number(), "phones.wink", phone);
        wink.setOnAction(event -> phones.wink(phone));
        buttons.getChildren().add(wink);
        VBox row = new VBox(new HBox(name), road, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("phone-row-" + phone.number());
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(
                phone.name() + ", " + phone.road() + (phone.used() ? ", " + texts.get("phones.used") : ""));
        return row;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private Button button(String id, String key, PhoneRow phone) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key) + ": " + phone.name());
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_OUTLINED);
        return button;
    }
}
