package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Fault;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The middle of the window when no directory of banks can be used. */
final class NoDirectoryView extends VBox {

    NoDirectoryView(Fault why, Texts texts) {
        getStyleClass().add("rest");
        setAlignment(Pos.CENTER);
        Label code = new Label(why.code());
        code.getStyleClass().add("code");
        getChildren()
                .addAll(
                        Nodes.icon("mdi2b-bank-off-outline", "rest-icon"),
                        Nodes.label(texts.bind("nodirectory.title"), "rest-title"),
                        Nodes.label(
                                Bindings.createStringBinding(
                                        () -> why.sentence(texts.locale()), texts.languageProperty()),
                                "rest-detail"),
                        Nodes.label(
                                Bindings.createStringBinding(
                                        () -> why.remedy(texts.locale()), texts.languageProperty()),
                                "rest-detail"),
                        code);
    }
}
