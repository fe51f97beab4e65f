package io.tetherkey.desktop.ui.support;

import io.tetherkey.desktop.ui.Choices;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.SideBySide;
import io.tetherkey.desktop.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The folders with their paths, which can be copied, and the level of the log. */
final class FilesView extends VBox {

    private static final double LEAST_WORDS = 260;

    private final FilesViewModel files;
    private final Texts texts;

    FilesView(FilesViewModel files, Texts texts) {
        this.files = files;
        this.texts = texts;
        getStyleClass().add("support-part");
        setId("files");
        getChildren().add(Nodes.label(texts.bind("files.intro"), "muted"));
        files.folders().forEach(folder -> getChildren().add(folder(folder)));
        Label told = Nodes.label(files.toldProperty(), "saved");
        told.setId("files-told");
        getChildren().addAll(told, log());
    }

    private Node folder(KnownFolder folder) {
        String key = "files." + folder.id();
        TextField path = new TextField(folder.path().toString());
        path.setId("path-" + folder.id());
        path.setEditable(false);
        path.getStyleClass().add("code-field");
        path.accessibleTextProperty().bind(texts.bind(key));
        Nodes.help(path, texts, "files.path.help");
        HBox.setHgrow(path, Priority.ALWAYS);
        Button open = new Button();
        open.setId("open-" + folder.id());
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.textProperty().bind(texts.bind("files.open"));
        open.accessibleTextProperty().bind(open.textProperty());
        Nodes.help(open, texts, key + ".help");
        open.setOnAction(event -> files.open(folder));
        HBox line = new HBox(path, open);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("buttons");
        VBox card = new VBox(
                Nodes.label(texts.bind(key), "card-title"), Nodes.label(texts.bind(key + ".help"), "muted"), line);
        card.getStyleClass().addAll("card", "folder");
        return card;
    }

    private Node log() {
        VBox words = new VBox(
                Nodes.label(texts.bind("settings.log"), "card-title"),
                Nodes.label(texts.bind("settings.log.help"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox told = new HBox(Nodes.icon("mdi2t-text-box-outline", "setting-icon"), words);
        told.getStyleClass().add("setting");
        told.setAlignment(Pos.CENTER_LEFT);
        SideBySide row = new SideBySide(
                told,
                Choices.of(
                        "log",
                        texts,
                        files.detailProperty(),
                        List.of(LogDetail.values()),
                        LogDetail::id,
                        detail -> texts.bind("settings.log." + detail.id())),
                LEAST_WORDS);
        row.getStyleClass().addAll("card", "setting-row");
        return row;
    }
}
