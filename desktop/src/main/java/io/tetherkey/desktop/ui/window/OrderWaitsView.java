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

/** Says on other pages that an order waits, and leads back to it. */
final class OrderWaitsView extends HBox {

    OrderWaitsView(WindowViewModel window) {
        Texts texts = window.texts();
        PaymentViewModel payment = window.payment();
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER_LEFT);
        setId("order-waits");
        Label title = Nodes.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "order.waits",
                                payment.payeeProperty().get(),
                                payment.amountProperty().get(),
                                payment.currencyProperty().get()),
                        payment.payeeProperty(),
                        payment.amountProperty(),
                        payment.currencyProperty(),
                        texts.languageProperty()),
                "waiting-title");
        VBox words = new VBox(title, Nodes.label(payment.expiresProperty(), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button back = new Button();
        back.setId("back-to-order");
        back.setMinWidth(USE_PREF_SIZE);
        back.textProperty().bind(texts.bind("order.back"));
        Nodes.help(back, texts, "order.back.help");
        back.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        back.setOnAction(event -> window.pageProperty().set(Page.PAY));
        getChildren().addAll(Nodes.icon("mdi2c-cart-outline", "waiting-icon"), words, back);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(title.textProperty());
        Nodes.showWhile(
                this,
                Bindings.createBooleanBinding(
                        () -> window.screenProperty().get() == Screen.ORDER
                                && window.pageProperty().get() != Page.PAY,
                        window.screenProperty(),
                        window.pageProperty()));
    }
}
