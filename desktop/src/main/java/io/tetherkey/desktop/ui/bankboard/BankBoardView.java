package io.tetherkey.desktop.ui.bankboard;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.ui.BankMark;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.enrolment.SlotAction;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The board of banks at the left. */
public final class BankBoardView extends VBox {

    private static final int TRIES = 10;

    private final VBox rows = new VBox();
    private final Texts texts;
    private final BankBoardViewModel board;

    public BankBoardView(BankBoardViewModel board, Texts texts) {
        this.texts = texts;
        this.board = board;
        getStyleClass().add("board");
        setId("board");
        Label heading = Nodes.label(texts.bind("board.heading"), "section-heading");
        Label empty = Nodes.label(board.emptyTextProperty(), "muted", "empty-text");
        empty.setId("board-empty");
        empty.visibleProperty().unbind();
        Nodes.showWhile(empty, Bindings.isEmpty(board.rows()));
        rows.getStyleClass().add("board-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFocusTraversable(false);
        Nodes.styleWhile(
                rows,
                "beside-bar",
                scroll.viewportBoundsProperty()
                        .map(seen -> seen.getWidth() > 0 && seen.getWidth() < scroll.getWidth()));
        Nodes.showWhile(scroll, Bindings.isNotEmpty(board.rows()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, empty, scroll);
        board.rows().addListener((ListChangeListener<BankRow>) change -> fill(board));
        fill(board);
    }

    private void fill(BankBoardViewModel board) {
        rows.getChildren().setAll(board.rows().stream().map(this::row).toList());
    }

    private VBox row(BankRow bank) {
        Label name = text(bank.name(), "card-title");
        Label enabled = text(bank.enabled(), "badge", Nodes.toneClass(bank.tone()));
        HBox head = new HBox(BankMark.of(bank.initial(), bank.colour()), new VBox(name, enabled));
        head.getStyleClass().add("bank-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(
                head,
                text(bank.algorithm() + "  ·  " + bank.validUntil(), "muted"),
                tries(bank),
                text(texts.get("board.last", bank.lastResult()), "muted"));
        if (!bank.actions().isEmpty()) {
            row.getChildren().add(actions(bank));
        }
        row.getStyleClass().addAll("card", "bank-row");
        row.setId("bank-row-" + bank.bankId());
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(bank.spoken());
        Nodes.help(row, texts, "board.row.help");
        row.setFocusTraversable(true);
        return row;
    }

    private FlowPane actions(BankRow bank) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("row-actions");
        for (SlotAction action : bank.actions()) {
            Button button = new Button();
            button.textProperty().bind(texts.bind(action.key()));
            Nodes.help(button, texts, action.key() + ".help");
            button.getStyleClass().add(Styles.SMALL);
            button.setId(action.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + bank.bankId());
            button.setOnAction(event -> board.act(bank, action));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private static HBox tries(BankRow bank) {
        HBox dots = new HBox();
        dots.getStyleClass().addAll("tries", Nodes.toneClass(bank.tone()));
        dots.setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < TRIES; i++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("try", i < bank.attemptsLeft() ? "try-left" : "try-gone");
            dots.getChildren().add(dot);
        }
        Label words = text(bank.attempts(), "muted");
        words.setId("attempts-" + bank.bankId());
        VBox.setVgrow(words, Priority.NEVER);
        HBox line = new HBox(dots, words);
        line.getStyleClass().add("tries-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
