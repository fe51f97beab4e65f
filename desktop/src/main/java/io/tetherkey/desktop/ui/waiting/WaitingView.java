package io.tetherkey.desktop.ui.waiting;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bar below the messages: what opens next, until when, and the way to drop it. */
public final class WaitingView extends HBox {

    public WaitingView(WaitingViewModel waiting, Texts texts) {
        getStyleClass().add("waiting");
        setAlignment(Pos.CENTER_LEFT);
        setId("waiting");
        Label title = Nodes.label(waiting.titleProperty(), "waiting-title");
        title.setId("waiting-title");
        Label detail = Nodes.label(waiting.detailProperty(), "muted");
        detail.setId("waiting-detail");
        VBox words = new VBox(title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button drop = new Button();
        drop.setId("drop-waiting");
        drop.setMinWidth(USE_PREF_SIZE);
        drop.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        drop.textProperty().bind(texts.bind("waiting.drop"));
        Nodes.help(drop, texts, "waiting.drop.help");
        drop.setOnAction(event -> waiting.drop());
        getChildren().addAll(Nodes.icon("mdi2t-tray-full", "waiting-icon"), words, drop);
        Nodes.showWhile(this, waiting.shownProperty());
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(Bindings.concat(waiting.titleProperty(), ". ", waiting.detailProperty()));
    }
}
