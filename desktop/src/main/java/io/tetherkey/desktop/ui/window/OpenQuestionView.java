package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.payment.PaymentViewModel;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says, while the result is put aside, that the bank is still being asked how it ended, and leads back to it. */
final class OpenQuestionView extends HBox {

    OpenQuestionView(WindowViewModel window) {
        Texts texts = window.texts();
        PaymentViewModel payment = window.payment();
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER_LEFT);
        setId("open-question");
        Label title = Nodes.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "result.aside",
                                payment.payeeProperty().get(),
                                payment.amountProperty().get(),
                                payment.currencyProperty().get()),
                        payment.payeeProperty(),
                        payment.amountProperty(),
                        payment.currencyProperty(),
                        texts.languageProperty()),
                "waiting-title");
        VBox words = new VBox(title, Nodes.label(texts.bind("result.aside.detail"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button back = new Button();
        back.setId("show-question");
        back.setMinWidth(USE_PREF_SIZE);
        back.textProperty().bind(texts.bind("result.aside.show"));
        Nodes.help(back, texts, "result.aside.show.help");
        back.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        back.setOnAction(event -> window.result().bringBack());
        getChildren().addAll(Nodes.icon("mdi2h-help-circle-outline", "waiting-icon"), words, back);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(title.textProperty());
        Nodes.showWhile(this, window.result().setAsideProperty());
    }
}
