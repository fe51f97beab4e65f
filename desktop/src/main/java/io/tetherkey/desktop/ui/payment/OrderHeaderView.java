package io.tetherkey.desktop.ui.payment;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Payee and amount of the verified order. */
public final class OrderHeaderView extends VBox {

    public OrderHeaderView(PaymentViewModel payment, Texts texts) {
        getStyleClass().add("order-header");
        setId("order-header");
        Label payee = Nodes.label(payment.payeeProperty(), "payee");
        payee.setId("payee");
        Label amount = Nodes.label(payment.amountProperty(), "amount");
        amount.setId("amount");
        amount.setWrapText(false);
        Label currency = Nodes.label(payment.currencyProperty(), "currency");
        currency.setId("currency");
        currency.setWrapText(false);
        HBox sum = new HBox(amount, currency);
        sum.setAlignment(Pos.BASELINE_LEFT);
        sum.getStyleClass().add("sum");
        Label description = Nodes.label(payment.descriptionProperty(), "description");
        Label account = Nodes.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                        "order.account",
                                        payment.accountProperty().get())
                                + (payment.expiresProperty().get().isEmpty() ? "" : "  ·  ")
                                + payment.expiresProperty().get(),
                        payment.accountProperty(),
                        payment.expiresProperty(),
                        texts.languageProperty()),
                "muted");
        Label to = Nodes.label(texts.bind("order.to"), "section-heading");
        to.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(
                to,
                Nodes.spring(),
                Nodes.icon("mdi2s-shield-check", "verified-icon"),
                Nodes.label(texts.bind("order.verified"), "verified"));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("verified-line");
        getChildren().addAll(heading, payee, sum, description, account);
    }

    /** Amount and payee in one line, for above what is to be done with them; the amount is not parted. */
    public static Label line(PaymentViewModel payment) {
        Label line = Nodes.label(
                Bindings.concat(
                        payment.amountProperty(),
                        "\u00a0",
                        payment.currencyProperty(),
                        "  ·  ",
                        payment.payeeProperty()),
                "card-title");
        line.setId("order-line");
        return line;
    }
}
