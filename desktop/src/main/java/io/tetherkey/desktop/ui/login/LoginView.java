package io.tetherkey.desktop.ui.login;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.payment.PaymentViewModel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** User name, password, pay and cancel. */
public final class LoginView extends VBox {

    private final VBox asked = new VBox();
    private final Button pay;

    public LoginView(LoginViewModel login, PaymentViewModel payment, Texts texts) {
        getStyleClass().add("login");
        asked.getStyleClass().add("login");
        asked.getChildren()
                .addAll(
                        Nodes.label(texts.bind("login.heading"), "section-heading"),
                        new CredentialFields(
                                login.userNameProperty(), login.passwordProperty(), texts, "", login::submit));
        pay = pay(login, payment, texts);
        getChildren().addAll(asked, buttons(payment, texts));
    }

    /** Shows only the way out while there is nothing to log in with. */
    public void askOnlyWhile(ObservableValue<Boolean> ready) {
        Nodes.showWhile(asked, ready);
        Nodes.showWhile(pay, ready);
    }

    private static Button pay(LoginViewModel login, PaymentViewModel payment, Texts texts) {
        Button pay = new Button();
        pay.setId("pay");
        pay.getStyleClass().addAll(Styles.ACCENT, "main-button");
        pay.setMaxWidth(Double.MAX_VALUE);
        pay.setDefaultButton(true);
        pay.disableProperty().bind(login.completeProperty().not());
        pay.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "login.submit",
                                payment.amountProperty().get() + " "
                                        + payment.currencyProperty().get()),
                        payment.amountProperty(),
                        payment.currencyProperty(),
                        texts.languageProperty()));
        Nodes.help(pay, texts, "login.submit.help");
        pay.setOnAction(event -> login.submit());
        HBox.setHgrow(pay, Priority.ALWAYS);
        return pay;
    }

    private HBox buttons(PaymentViewModel payment, Texts texts) {
        Button cancel = new Button();
        cancel.setId("cancel-order");
        cancel.textProperty().bind(texts.bind("action.cancel"));
        Nodes.help(cancel, texts, "action.cancel.help");
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("main-button");
        cancel.setOnAction(event -> payment.cancel());
        HBox buttons = new HBox(pay, cancel);
        buttons.getStyleClass().add("buttons");
        return buttons;
    }
}
