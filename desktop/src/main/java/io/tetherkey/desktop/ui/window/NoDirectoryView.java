package io.tetherkey.desktop.ui.window;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.fault.FaultView;
import io.tetherkey.desktop.ui.fault.FaultWords;
import io.tetherkey.protocol.message.Fault;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/** The middle of the window when no directory of banks can be used. */
final class NoDirectoryView extends VBox {

    NoDirectoryView(Fault why, Texts texts) {
        getStyleClass().add("rest");
        setAlignment(Pos.CENTER);
        var fault = Bindings.createObjectBinding(
                () -> Optional.of(FaultWords.of(why, texts).untitled()), texts.languageProperty());
        var title = Bindings.createStringBinding(() -> why.title(texts.locale()), texts.languageProperty());
        FaultView words = new FaultView(fault, texts, "directory");
        words.getStyleClass().add("fault-centred");
        getChildren()
                .addAll(Nodes.icon("mdi2b-bank-off-outline", "rest-icon"), Nodes.label(title, "rest-title"), words);
    }
}
