package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.protocol.message.SlotResult;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One entry of the history in two lines: to whom and how much; where and when, how it ended and whether it holds. */
final class HistoryCell extends ListCell<HistoryRow> {

    HistoryCell() {
        getStyleClass().add("history-cell");
        setPrefWidth(1);
    }

    @Override
    protected void updateItem(HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        VBox left = new VBox(label(row.payee(), "card-title"), label(row.bank() + "  ·  " + row.day(), "muted"));
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(label(row.amount(), paid(row) ? "card-title" : "unpaid-sum"), end(row));
        right.setAlignment(Pos.TOP_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(left, right);
        line.getStyleClass().add("history-line");
        setGraphic(line);
        setAccessibleText(row.spoken());
    }

    private static HBox end(HistoryRow row) {
        HBox end = new HBox(label(row.result(), "muted"));
        if (!row.proof().isEmpty()) {
            end.getChildren().addAll(Nodes.icon(icon(row), "proof-icon"), label(row.proof(), "proof"));
        }
        end.setAlignment(Pos.CENTER_RIGHT);
        end.getStyleClass().addAll("proof-line", Nodes.toneClass(row.tone()));
        return end;
    }

    private static boolean paid(HistoryRow row) {
        return row.entry().result() == SlotResult.PAID;
    }

    private static String icon(HistoryRow row) {
        return switch (row.entry().verified()) {
            case YES -> "mdi2s-shield-check";
            case NO -> "mdi2a-alert-octagon";
            case NOT_KNOWN -> "mdi2s-shield-off-outline";
        };
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
