package io.tetherkey.desktop.ui.payment;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The banks that cannot pay this order, each with the reason. */
public final class ObstaclesView extends VBox {

    private final VBox list = new VBox();

    /** @param shown whether another bank can pay; the way to the first one is shown elsewhere */
    public ObstaclesView(PaymentViewModel payment, Texts texts, ObservableValue<Boolean> shown) {
        getStyleClass().add("obstacles");
        list.getStyleClass().add("choice-list");
        getChildren().addAll(Nodes.label(texts.bind("order.obstacles"), "muted"), list);
        payment.choices().addListener((ListChangeListener<BankChoice>) change -> fill(payment));
        fill(payment);
        Nodes.showWhile(this, Bindings.isNotEmpty(list.getChildren()).flatMap(some -> shown.map(can -> can && some)));
    }

    private void fill(PaymentViewModel payment) {
        list.getChildren()
                .setAll(payment.choices().stream()
                        .filter(choice -> !choice.usable())
                        .map(ObstaclesView::obstacle)
                        .toList());
    }

    private static HBox obstacle(BankChoice choice) {
        Label name = new Label(choice.name());
        Label reason = new Label(choice.reason());
        reason.getStyleClass().add("muted");
        HBox line = new HBox(Nodes.icon("mdi2c-cancel", "obstacle-icon"), name, reason);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("choice-" + choice.bankId());
        line.getStyleClass().add("obstacle");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(choice.name() + ", " + choice.reason());
        return line;
    }
}
