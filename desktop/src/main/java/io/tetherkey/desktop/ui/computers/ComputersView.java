package io.tetherkey.desktop.ui.computers;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card that lists the trusted computers and asks, under its row, before one is taken away. */
public final class ComputersView extends VBox {

    private final ComputersViewModel computers;
    private final Texts texts;
    private final VBox list = new VBox();
    private final VBox question;

    public ComputersView(ComputersViewModel computers, Texts texts) {
        this.computers = computers;
        this.texts = texts;
        getStyleClass().addAll("card", "computers");
        setId("computers");
        VBox words = new VBox(
                Nodes.label(texts.bind("computers.heading"), "card-title"),
                Nodes.label(texts.bind("computers.help"), "muted"));
        words.getStyleClass().add("setting-words");
        HBox head = new HBox(Nodes.icon("mdi2l-laptop", "setting-icon"), words);
        head.getStyleClass().add("setting");
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().add("computer-list");
        Label told = Nodes.label(computers.toldProperty(), "muted");
        told.setId("computers-told");
        this.question = question();
        getChildren().addAll(head, list, told);
        computers.rows().addListener((ListChangeListener<ComputerRow>) change -> fill());
        fill();
    }

    private void fill() {
        List<Node> lines = new ArrayList<>();
        for (ComputerRow row : computers.rows()) {
            lines.add(row(row));
            computers
                    .askedProperty()
                    .get()
                    .filter(asked -> asked.number() == row.number())
                    .ifPresent(asked -> lines.add(question));
        }
        list.getChildren().setAll(lines);
    }

    private HBox row(ComputerRow row) {
        Label name = new Label(row.name());
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        name.getStyleClass().add("choice-name");
        Label since = new Label(row.since());
        since.getStyleClass().add("muted");
        VBox words = new VBox(name, since);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button revoke = button("revoke-" + row.number(), "computers.revoke");
        revoke.setAccessibleText(texts.get("computers.revoke") + ": " + row.name());
        revoke.setOnAction(event -> computers.ask(row));
        HBox line = new HBox(words, revoke);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setId("computer-" + row.number());
        line.getStyleClass().add("computer");
        return line;
    }

    private VBox question() {
        Button yes = button("revoke-yes", "computers.revoke");
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(event -> computers.confirm());
        Button no = button("revoke-no", "computers.keep");
        no.setCancelButton(true);
        no.setOnAction(event -> computers.keep());
        HBox buttons = new HBox(yes, no);
        buttons.getStyleClass().add("buttons");
        Label words = Nodes.label(computers.questionProperty(), "now-text");
        words.setId("revoke-question");
        VBox asked = new VBox(words, buttons);
        asked.getStyleClass().add("asked");
        Nodes.showWhile(asked, Bindings.isNotEmpty(computers.questionProperty()));
        asked.visibleProperty().subscribe(shown -> {
            if (shown) {
                no.requestFocus();
                Nodes.reveal(asked);
            }
        });
        return asked;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.getStyleClass().add(Styles.BUTTON_OUTLINED);
        return button;
    }
}
