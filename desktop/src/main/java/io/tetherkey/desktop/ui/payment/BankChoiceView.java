package io.tetherkey.desktop.ui.payment;

import io.tetherkey.desktop.ui.BankMark;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The banks to pay with, one radio button each. */
public final class BankChoiceView extends VBox {

    private final PaymentViewModel payment;
    private final Texts texts;
    private final VBox list = new VBox();

    public BankChoiceView(PaymentViewModel payment, Texts texts) {
        this.payment = payment;
        this.texts = texts;
        getStyleClass().add("choices");
        list.getStyleClass().add("choice-list");
        getChildren().addAll(Nodes.label(texts.bind("order.choose"), "section-heading"), list);
        payment.choices().addListener((ListChangeListener<BankChoice>) change -> fill());
        fill();
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        list.getChildren()
                .setAll(payment.choices().stream()
                        .filter(BankChoice::usable)
                        .map(choice -> button(choice, group))
                        .toList());
    }

    private RadioButton button(BankChoice choice, ToggleGroup group) {
        Label name = new Label(choice.name());
        name.getStyleClass().add("choice-name");
        Label reason = new Label(choice.reason());
        reason.getStyleClass().add("muted");
        HBox face = new HBox(BankMark.of(choice.initial(), choice.colour()), new VBox(name, reason));
        face.setAlignment(Pos.CENTER_LEFT);
        face.getStyleClass().add("choice-face");
        RadioButton button = new RadioButton();
        button.setGraphic(face);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("choice-" + choice.bankId());
        button.getStyleClass().add("choice");
        button.setAccessibleText(choice.name() + ", " + choice.reason());
        Nodes.help(button, texts, "choice.help");
        button.setOnAction(event -> payment.chosenBankProperty().set(choice.bankId()));
        payment.chosenBankProperty()
                .subscribe(id -> button.setSelected(choice.bankId().equals(id)));
        return button;
    }
}
