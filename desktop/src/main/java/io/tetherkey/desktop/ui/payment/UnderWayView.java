package io.tetherkey.desktop.ui.payment;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.ladder.LadderViewModel;
import io.tetherkey.desktop.ui.ladder.NowView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A payment under way: what to do now, and the way out. */
public final class UnderWayView extends VBox {

    /** @param narrow whether the window scrolls; the bank is then named below the buttons */
    public UnderWayView(
            PaymentViewModel payment, LadderViewModel ladder, Texts texts, ObservableValue<Boolean> narrow) {
        getStyleClass().add("under-way");
        Button retry = new Button();
        retry.setId("bank-retry");
        retry.textProperty().bind(texts.bind("action.retry"));
        Nodes.help(retry, texts, "action.retry.help");
        retry.getStyleClass().addAll(Styles.ACCENT, "main-button");
        retry.setOnAction(event -> payment.retry());
        Nodes.showWhile(retry, payment.bankAwayProperty());
        Button cancel = new Button();
        cancel.setId("cancel");
        cancel.textProperty().bind(texts.bind("action.cancel"));
        Nodes.help(cancel, texts, "action.cancel.help");
        cancel.setCancelButton(true);
        cancel.getStyleClass().add("main-button");
        cancel.setOnAction(event -> payment.cancel());
        HBox buttons = new HBox(retry, cancel);
        buttons.getStyleClass().add("buttons");
        Label bank = Nodes.label(
                Bindings.createStringBinding(
                        () -> texts.get(
                                "underway.heading", payment.bankInUseProperty().get()),
                        payment.bankInUseProperty(),
                        texts.languageProperty()),
                "section-heading");
        NowView now = new NowView(ladder.progress(), texts);
        narrow.subscribe(one -> getChildren().setAll(one ? List.of(now, buttons, bank) : List.of(bank, now, buttons)));
    }
}
