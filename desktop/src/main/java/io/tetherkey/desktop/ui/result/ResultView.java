package io.tetherkey.desktop.ui.result;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.EndingView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How the payment ended. */
public final class ResultView extends VBox {

    public ResultView(ResultViewModel result, Texts texts) {
        getStyleClass().add("result");
        setId("result");
        getChildren()
                .addAll(
                        new EndingView(result.ending(), texts, "result"),
                        fact(texts, "result.receipt", result.receiptNumberProperty(), "receipt-number"),
                        fact(texts, "result.receipt.file", result.receiptFileProperty(), "receipt-file"),
                        buttons(result, texts));
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
        name(done, texts, result.openProperty(), "result.close", "action.done");
        done.setCancelButton(true);
        done.defaultButtonProperty()
                .bind(result.canRetryProperty().or(result.voidedProperty()).not());
        done.setOnAction(event -> result.dismiss());
        Button retry = button("retry", texts, "action.retry");
        name(retry, texts, result.openProperty(), "action.check", "action.retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setDefaultButton(true);
        retry.setOnAction(event -> result.retry());
        Nodes.showWhile(retry, result.canRetryProperty());
        Button again = button("set-up-again", texts, "slot.set-up-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setDefaultButton(true);
        again.setOnAction(event -> result.setUpAgain());
        Nodes.showWhile(again, result.voidedProperty());
        Button receipt = button("show-receipt", texts, "result.receipt.show");
        receipt.setOnAction(event -> result.showReceipt());
        Nodes.showWhile(receipt, Bindings.isNotEmpty(result.receiptNumberProperty()));
        FlowPane buttons = new FlowPane(retry, again, done, receipt);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
    }

    /** The same button, named after what it does to a question that is open. */
    private static void name(
            Button button, Texts texts, ObservableValue<Boolean> open, String whileOpen, String otherwise) {
        button.textProperty().unbind();
        button.accessibleHelpProperty().unbind();
        button.textProperty().bind(open.flatMap(is -> texts.bind(is ? whileOpen : otherwise)));
        button.accessibleHelpProperty().bind(open.flatMap(is -> texts.bind((is ? whileOpen : otherwise) + ".help")));
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
