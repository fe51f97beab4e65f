package io.tetherkey.desktop.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A flow's sheet with its steps at the right, or below it where there is only room for one column. */
final class FlowSheet extends HBox {

    private final Node sheet;
    private final Node steps;

    FlowSheet(Node sheet, Node steps, ObservableValue<Boolean> narrow) {
        this.sheet = sheet;
        this.steps = steps;
        getStyleClass().add("payment");
        narrow.subscribe(this::arrange);
    }

    private void arrange(boolean narrow) {
        getChildren().clear();
        if (narrow) {
            VBox stacked = new VBox(sheet, steps);
            stacked.getStyleClass().add("one-column");
            HBox.setHgrow(stacked, Priority.ALWAYS);
            getChildren().add(stacked);
        } else {
            ScrollPane scroll = new ScrollPane(sheet);
            scroll.setFitToWidth(true);
            scroll.setFocusTraversable(false);
            scroll.getStyleClass().add("plain-scroll");
            HBox.setHgrow(scroll, Priority.ALWAYS);
            getChildren().addAll(scroll, steps);
        }
    }
}
