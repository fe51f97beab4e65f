package io.tetherkey.desktop.ui.support;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.save.SavePlace;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a report would hold, file by file, before it is saved. */
final class ReportView extends VBox {

    private static final double ROW = 38;
    private static final int LINES = 12;

    private final ReportViewModel report;
    private final Texts texts;

    ReportView(ReportViewModel report, Texts texts, SavePlace place) {
        this.report = report;
        this.texts = texts;
        getStyleClass().add("support-part");
        setId("report");
        Label taken = Nodes.label(report.takenProperty());
        taken.setId("report-taken");
        Label told = Nodes.label(report.saver().toldProperty(), "saved");
        told.setId("report-told");
        getChildren()
                .addAll(
                        Nodes.label(texts.bind("report.intro"), "muted"),
                        buttons(place),
                        told,
                        question(),
                        taken,
                        preview(),
                        empty());
    }

    private FlowPane buttons(SavePlace place) {
        Button make = button("report-make", "report.make");
        make.disableProperty().bind(report.makingProperty());
        make.setOnAction(event -> report.make());
        make.getStyleClass().add("main-button");
        ObservableValue<Boolean> none = Bindings.isEmpty(report.files());
        Nodes.styleWhile(make, Styles.ACCENT, none);
        make.textProperty()
                .bind(none.map(empty -> empty ? "report.make" : "report.again").flatMap(texts::bind));
        Button save = button("report-save", "report.save");
        save.getStyleClass().addAll(Styles.ACCENT, "main-button");
        save.setOnAction(event -> report.save(place));
        Nodes.showWhile(save, Bindings.isNotEmpty(report.files()));
        FlowPane buttons = new FlowPane(save, make);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
    }

    private HBox question() {
        Button replace = button("report-replace", "history.save.replace");
        replace.setOnAction(event -> report.saver().replace());
        Button keep = button("report-keep", "history.save.keep");
        keep.setOnAction(event -> report.saver().keep());
        HBox question = new HBox(replace, keep);
        question.getStyleClass().add("buttons");
        Nodes.showWhile(question, report.saver().asksProperty());
        return question;
    }

    private VBox preview() {
        ListView<String> files = new ListView<>(report.files());
        files.setId("report-files");
        files.getStyleClass().add("history-rows");
        files.setFixedCellSize(ROW);
        files.setCellFactory(list -> new FileCell());
        files.prefHeightProperty()
                .bind(Bindings.size(report.files()).multiply(ROW).add(12));
        Nodes.describe(files, texts, "report.files");
        report.chosenProperty().subscribe(name -> select(files, name));
        ObservableValue<String> selected = files.getSelectionModel().selectedItemProperty();
        selected.subscribe(name -> {
            if (name != null) {
                report.chosenProperty().set(Optional.of(name));
            }
        });
        TextArea text = new TextArea();
        text.setId("report-text");
        text.setEditable(false);
        text.setPrefRowCount(LINES);
        text.getStyleClass().add("code-field");
        text.textProperty().bind(report.textProperty());
        Nodes.describe(text, texts, "report.text");
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox preview = new VBox(Nodes.label(texts.bind("report.files"), "card-title"), files, text);
        preview.getStyleClass().add("support-part");
        Nodes.showWhile(preview, Bindings.isNotEmpty(report.files()));
        return preview;
    }

    private VBox empty() {
        VBox empty = new VBox(
                Nodes.icon("mdi2f-file-eye-outline", "rest-icon"),
                Nodes.label(texts.bind("report.empty"), "card-title"),
                Nodes.label(texts.bind("report.empty.detail"), "rest-detail"));
        empty.getStyleClass().addAll("card", "empty-card");
        empty.setAlignment(Pos.CENTER);
        empty.setId("report-empty");
        Nodes.showWhile(empty, Bindings.isEmpty(report.files()));
        return empty;
    }

    /** A name that looks chosen as the rows of the history do. */
    private static final class FileCell extends ListCell<String> {

        FileCell() {
            getStyleClass().add("history-cell");
        }

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty ? null : name);
        }
    }

    private static void select(ListView<String> files, Optional<String> name) {
        name.ifPresentOrElse(files.getSelectionModel()::select, files.getSelectionModel()::clearSelection);
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.accessibleTextProperty().bind(button.textProperty());
        Nodes.help(button, texts, key + ".help");
        return button;
    }
}
