package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Nodes;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One message: name and way at the left, size, time and outcome at the right. */
final class TimelineCell extends ListCell<TimelineRow> {

    TimelineCell() {
        getStyleClass().add("history-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TimelineRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(line(row));
        setAccessibleText(row.aloud());
    }

    private static HBox line(TimelineRow row) {
        HBox name = new HBox(label(row.message(), "timeline-message"), label(row.session(), "code"));
        name.getStyleClass().add("timeline-name");
        name.setAlignment(Pos.BASELINE_LEFT);
        VBox words = new VBox(name, label(row.time() + "  ·  " + row.way(), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox right = new VBox(label(measures(row), "muted"), label(row.outcome(), "timeline-outcome"));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(VBox.USE_PREF_SIZE);
        HBox line = new HBox(Nodes.icon(row.icon(), "timeline-icon"), words, right);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("history-line", "timeline-line", Nodes.toneClass(row.tone()));
        return line;
    }

    private static String measures(TimelineRow row) {
        return row.size().isEmpty() || row.took().isEmpty()
                ? row.size() + row.took()
                : row.size() + "  ·  " + row.took();
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
