package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The messages below each other; where there are none, what would be seen here. */
final class TimelineView extends VBox {

    /** Where the window scrolls as a whole; elsewhere it ends with the window. */
    private static final double LIST = 240;

    TimelineView(TimelineViewModel timeline, Texts texts) {
        getStyleClass().add("timeline");
        setId("timeline");
        ListView<TimelineRow> rows = new ListView<>(timeline.rows());
        rows.setId("timeline-rows");
        rows.getStyleClass().add("history-rows");
        rows.setPrefHeight(LIST);
        rows.setCellFactory(list -> new TimelineCell());
        Nodes.describe(rows, texts, "timeline.rows");
        Nodes.showWhile(rows, Bindings.isNotEmpty(timeline.rows()));
        StackPane place = new StackPane(rows, empty(timeline, texts));
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(Nodes.label(texts.bind("timeline.intro"), "muted"), head(timeline, texts), place);
    }

    private static HBox head(TimelineViewModel timeline, Texts texts) {
        Button clear = new Button();
        clear.setId("timeline-clear");
        clear.textProperty().bind(texts.bind("timeline.clear"));
        clear.accessibleTextProperty().bind(clear.textProperty());
        Nodes.help(clear, texts, "timeline.clear.help");
        clear.getStyleClass().add("main-button");
        clear.setOnAction(event -> timeline.clear());
        var counted = Nodes.label(timeline.countedProperty(), "muted");
        counted.setId("timeline-count");
        HBox head = new HBox(counted, Nodes.spring(), clear);
        head.setAlignment(Pos.CENTER_LEFT);
        Nodes.showWhile(head, Bindings.isNotEmpty(timeline.rows()));
        return head;
    }

    private static VBox empty(TimelineViewModel timeline, Texts texts) {
        VBox empty = new VBox(
                Nodes.icon("mdi2m-message-text-outline", "rest-icon"),
                Nodes.label(texts.bind("timeline.empty"), "card-title"),
                Nodes.label(texts.bind("timeline.empty.detail"), "rest-detail"));
        empty.getStyleClass().addAll("card", "empty-card");
        empty.setAlignment(Pos.CENTER);
        empty.setId("timeline-empty");
        Nodes.showWhile(empty, Bindings.isEmpty(timeline.rows()));
        return empty;
    }
}
