package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.save.SavePlace;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Past payments: the list with search and filters, and beside it the one that is chosen or the spending by month. */
public final class HistoryView extends StackPane {

    private static final double LIST_WIDTH = 456;

    private final HistoryViewModel history;
    private final Texts texts;
    private final VBox list;
    private final Node detail;
    private final Node chart;

    /** @param narrow whether there is only room for one column */
    public HistoryView(HistoryViewModel history, Texts texts, SavePlace place, ObservableValue<Boolean> narrow) {
        this.history = history;
        this.texts = texts;
        setId("history");
        getStyleClass().add("history");
        Label heading = Nodes.label(texts.bind("page.history"), "page-title");
        Nodes.showWhile(heading, narrow.map(one -> !one));
        this.list = new VBox(heading, filters(), rows());
        list.getStyleClass().add("history-list");
        this.detail = new HistoryDetailView(history, texts, place);
        Nodes.showWhile(detail, history.chosenProperty().map(Optional::isPresent));
        this.chart = new SpendingView(history, texts);
        Nodes.showWhile(chart, history.chosenProperty().map(Optional::isEmpty));
        Node empty = empty();
        Nodes.showWhile(empty, history.allProperty().map(java.util.List::isEmpty));
        StackPane full = new StackPane();
        Nodes.showWhile(full, history.allProperty().map(all -> !all.isEmpty()));
        narrow.subscribe(one -> full.getChildren().setAll(arranged(one)));
        getChildren().addAll(empty, full);
    }

    private Pane arranged(boolean narrow) {
        if (narrow) {
            list.setMinWidth(Region.USE_COMPUTED_SIZE);
            list.setMaxWidth(Double.MAX_VALUE);
            VBox column = new VBox(detail, list, chart);
            column.getStyleClass().add("one-column");
            return column;
        }
        list.setMinWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        VBox side = new VBox(detail, chart);
        side.getStyleClass().add("history-side");
        HBox.setHgrow(side, Priority.ALWAYS);
        HBox row = new HBox(list, side);
        row.getStyleClass().add("history-row");
        return row;
    }

    private Node filters() {
        HBox filters = new HBox(new HistoryFilters(history, texts).boxes());
        filters.getStyleClass().add("filters");
        return new VBox(8, HistoryFilters.search(history, texts), filters);
    }

    private Node rows() {
        ListView<HistoryRow> rows = new ListView<>(history.rows());
        rows.setId("history-rows");
        rows.getStyleClass().add("history-rows");
        rows.setCellFactory(view -> new HistoryCell());
        Nodes.describe(rows, texts, "history.rows");
        rows.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !history.chosenProperty().get().equals(Optional.of(now))) {
                history.choose(Optional.of(now));
            }
        });
        history.chosenProperty().subscribe(now -> mark(rows, now));
        history.rows().addListener((ListChangeListener<HistoryRow>)
                change -> mark(rows, history.chosenProperty().get()));
        rows.heightProperty().subscribe(() -> {
            rows.layout();
            bringMarkedIntoSight(rows);
        });
        rows.setPlaceholder(none());
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox box = new VBox(counted(), rows);
        box.getStyleClass().add("counted");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Marks the entry that is looked at, whoever chose it, and brings it into sight. */
    private static void mark(ListView<HistoryRow> rows, Optional<HistoryRow> chosen) {
        int at = chosen.map(rows.getItems()::indexOf).orElse(-1);
        if (at < 0) {
            rows.getSelectionModel().clearSelection();
        } else if (rows.getSelectionModel().getSelectedIndex() != at) {
            rows.getSelectionModel().select(at);
            bringMarkedIntoSight(rows);
        }
    }

    /** The marked entry below its neighbour; a list that is not on the page yet has no height, and cannot scroll. */
    private static void bringMarkedIntoSight(ListView<HistoryRow> rows) {
        int at = rows.getSelectionModel().getSelectedIndex();
        if (at >= 0 && rows.getHeight() > 0) {
            rows.scrollTo(Math.max(0, at - 1));
        }
    }

    private Label counted() {
        Label count = Nodes.label(
                Bindings.createStringBinding(
                        () -> history.rows().isEmpty()
                                ? ""
                                : texts.get("history.count", history.rows().size()),
                        history.rows(),
                        texts.languageProperty()),
                "muted");
        count.setId("history-count");
        count.setAccessibleRole(AccessibleRole.TEXT);
        return count;
    }

    private Node none() {
        Button all = new Button();
        all.setId("history-show-all");
        all.textProperty().bind(texts.bind("history.showAll"));
        Nodes.help(all, texts, "history.showAll.help");
        all.setOnAction(event -> history.showAll());
        VBox none = new VBox(
                Nodes.icon("mdi2m-magnify-close", "none-icon"),
                Nodes.label(texts.bind("history.none"), "card-title"),
                Nodes.label(texts.bind("history.none.detail"), "muted"),
                all);
        none.setId("history-none");
        none.setAlignment(Pos.CENTER);
        none.getStyleClass().add("none-found");
        return none;
    }

    private Node empty() {
        VBox empty = new VBox(
                Nodes.icon("mdi2h-history", "rest-icon"),
                Nodes.label(texts.bind("history.empty"), "rest-title"),
                Nodes.label(texts.bind("history.empty.detail"), "rest-detail"));
        empty.setId("history-empty");
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("rest");
        return empty;
    }
}
