package io.tetherkey.desktop.ui.window;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.guide.GuideView;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The middle of the window while there is nothing to pay. */
final class RestView extends VBox {

    RestView(WindowViewModel window, ObservableValue<Boolean> narrow) {
        Texts texts = window.texts();
        getStyleClass().add("rest");
        setAlignment(Pos.CENTER);
        getChildren().addAll(GuideView.large(window.guide(), texts, narrow), paste(window, texts));
    }

    private static VBox paste(WindowViewModel window, Texts texts) {
        TextField link = new TextField();
        link.setId("paste-link");
        link.promptTextProperty().bind(texts.bind("rest.paste.prompt"));
        Nodes.describe(link, texts, "rest.paste.prompt");
        link.textProperty().bindBidirectional(window.pastedLinkProperty());
        link.setOnAction(event -> window.openPastedLink());
        HBox.setHgrow(link, Priority.ALWAYS);
        Button open = new Button();
        open.setId("open-link");
        open.textProperty().bind(texts.bind("rest.paste.open"));
        Nodes.help(open, texts, "rest.paste.open.help");
        open.disableProperty().bind(link.textProperty().isEmpty());
        open.getStyleClass().add(Styles.BUTTON_OUTLINED);
        open.setOnAction(event -> window.openPastedLink());
        HBox line = new HBox(link, open);
        line.getStyleClass().add("paste-line");
        VBox paste = new VBox(Nodes.label(texts.bind("rest.paste.title"), "muted"), line);
        paste.getStyleClass().add("paste");
        return paste;
    }
}
