package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Tone;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the history: to whom and how much, where and when, how it ended and whether it is verified. */
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
        VBox left = new VBox(label(row.payee(), "card-title"), label(row.bank(), "muted"), label(row.date(), "muted"));
        HBox.setHgrow(left, Priority.ALWAYS);
        FontIcon icon = Nodes.icon(icon(row.tone()), "proof-icon");
        HBox proof = new HBox(icon, label(row.proof(), "proof"));
        proof.setAlignment(Pos.CENTER_RIGHT);
        proof.getStyleClass().addAll("proof-line", Nodes.toneClass(row.tone()));
        VBox right = new VBox(label(row.amount(), "card-title"), label(row.result(), "muted"), proof);
        right.setAlignment(Pos.TOP_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(left, right);
        line.getStyleClass().add("history-line");
        setGraphic(line);
        setAccessibleText(row.spoken());
    }

    static String icon(Tone tone) {
        return switch (tone) {
            case GOOD -> "mdi2s-shield-check";
            case BAD -> "mdi2a-alert-octagon";
            case QUIET, WORKING, YOUR_TURN -> "mdi2s-shield-off-outline";
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
