package io.tetherkey.desktop.ui.result;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.relay.Outcome;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.EndingView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How the payment ended. */
public final class ResultView extends VBox {

    /** @param narrow whether the window scrolls; the buttons then stand above the receipt */
    public ResultView(ResultViewModel result, Texts texts, ObservableValue<Boolean> narrow) {
        getStyleClass().add("result");
        setId("result");
        Node ending = new EndingView(result.ending(), texts, "result");
        Node number = fact(texts, "result.receipt", result.receiptNumberProperty(), "receipt-number");
        Node file = fact(texts, "result.receipt.file", result.receiptFileProperty(), "receipt-file");
        Node buttons = buttons(result, texts);
        narrow.subscribe(one -> getChildren()
                .setAll(one ? List.of(ending, buttons, number, file) : List.of(ending, number, file, buttons)));
    }

    private static VBox fact(Texts texts, String key, ObservableValue<String> value, String id) {
        Label words = named(Nodes.label(value, "fact-value"), id);
        VBox fact = new VBox(Nodes.label(texts.bind(key), "muted"), words);
        fact.getStyleClass().add("fact");
        Nodes.showWhile(fact, words.textProperty().isNotEmpty());
        return fact;
    }

    private static FlowPane buttons(ResultViewModel result, Texts texts) {
        Button done = button("done", texts, "action.done");
        Nodes.name(done, texts, closing(result));
        done.setCancelButton(true);
        done.defaultButtonProperty()
                .bind(result.canRetryProperty().or(result.spentProperty()).not());
        done.setOnAction(event -> result.dismiss());
        Button retry = button("retry", texts, "action.retry");
        Nodes.name(retry, texts, result.openProperty().map(open -> open ? "action.check" : "action.retry"));
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setDefaultButton(true);
        retry.setOnAction(event -> result.retry());
        Nodes.showWhile(retry, result.canRetryProperty());
        Button again = button("set-up-again", texts, "slot.set-up-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setDefaultButton(true);
        again.setOnAction(event -> result.setUpAgain());
        Nodes.showWhile(again, result.spentProperty());
        Button receipt = button("show-receipt", texts, "result.receipt.show");
        receipt.setOnAction(event -> result.showReceipt());
        Nodes.showWhile(receipt, Bindings.isNotEmpty(result.receiptNumberProperty()));
        FlowPane buttons = new FlowPane(retry, again, done, receipt);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
    }

    /** Only what was paid is done; all else is closed. */
    private static ObservableValue<String> closing(ResultViewModel result) {
        return result.outcomeProperty().map(outcome -> {
            if (outcome.isPresent() && outcome.get() instanceof Outcome.Unknown) {
                return "result.close";
            }
            return outcome.isPresent() && outcome.get() instanceof Outcome.Paid ? "action.done" : "action.close";
        });
    }

    private static Button button(String id, Texts texts, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().add("main-button");
        return button;
    }

    private static Label named(Label label, String id) {
        label.setId(id);
        return label;
    }
}
