package io.tetherkey.desktop.ui.result;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.fault.FaultView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the payment ended. */
public final class ResultView extends VBox {

    public ResultView(ResultViewModel result, Texts texts) {
        getStyleClass().add("result");
        setId("result");
        getChildren()
                .addAll(
                        banner(result, texts),
                        fact(texts, "result.receipt", result.receiptNumberProperty(), "receipt-number"),
                        fact(texts, "result.receipt.file", result.receiptFileProperty(), "receipt-file"),
                        buttons(result, texts));
    }

    private static HBox banner(ResultViewModel result, Texts texts) {
        FontIcon icon = Nodes.icon(literal(result.toneProperty().get()), "result-icon");
        result.toneProperty().addListener((property, before, now) -> icon.setIconLiteral(literal(now)));
        Label title = named(Nodes.label(result.titleProperty(), "result-title"), "result-title");
        VBox words = new VBox(
                title,
                named(Nodes.label(result.sentenceProperty(), "result-sentence"), "paid-sentence"),
                new FaultView(result.faultProperty(), texts, "result"));
        words.getStyleClass().add("result-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(icon, words);
        banner.setAlignment(Pos.TOP_LEFT);
        banner.getStyleClass().add("result-banner");
        Nodes.followTone(banner, result.toneProperty());
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.accessibleTextProperty().bind(Bindings.concat(result.titleProperty(), ". ", result.spokenProperty()));
        return banner;
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
        done.setCancelButton(true);
        done.defaultButtonProperty()
                .bind(result.canRetryProperty().or(result.voidedProperty()).not());
        done.setOnAction(event -> result.dismiss());
        Button retry = button("retry", texts, "action.retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setDefaultButton(true);
        retry.setOnAction(event -> result.retry());
        Nodes.showWhile(retry, result.canRetryProperty());
        Button again = button("set-up-again", texts, "slot.set-up-again");
        again.getStyleClass().add(Styles.ACCENT);
        again.setDefaultButton(true);
        again.setOnAction(event -> result.setUpAgain());
        Nodes.showWhile(again, result.voidedProperty());
        Button stop = button("stop-asking", texts, "result.stop");
        stop.getStyleClass().add(Styles.FLAT);
        stop.setOnAction(event -> result.stopAsking());
        Nodes.showWhile(stop, result.openProperty());
        FlowPane buttons = new FlowPane(retry, again, done, stop);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
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

    private static String literal(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2c-check-circle";
            case BAD -> "mdi2c-close-circle";
            case YOUR_TURN -> "mdi2h-help-circle";
            case QUIET, WORKING -> "mdi2m-minus-circle";
        };
    }
}
