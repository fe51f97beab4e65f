package io.tetherkey.desktop.ui.history;

import atlantafx.base.theme.Styles;
import io.tetherkey.desktop.history.HistoryEntry;
import io.tetherkey.desktop.history.Holds;
import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.Tone;
import io.tetherkey.desktop.ui.VisibleText;
import io.tetherkey.desktop.ui.save.SavePlace;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One past payment: its facts, what was checked of it, and the ways to save it. */
final class HistoryDetailView extends VBox {

    private final HistoryViewModel history;
    private final Texts texts;
    private final SavePlace place;

    HistoryDetailView(HistoryViewModel history, Texts texts, SavePlace place) {
        this.history = history;
        this.texts = texts;
        this.place = place;
        getStyleClass().addAll("card", "history-detail");
        setId("history-detail");
        history.chosenProperty().subscribe(row -> {
            getChildren().clear();
            row.ifPresent(this::fill);
        });
    }

    private void fill(HistoryRow row) {
        HistoryEntry entry = row.entry();
        getChildren().addAll(head(row), sum(row));
        if (entry.verified() == Holds.NO) {
            getChildren().add(stop(row));
        }
        if (HistoryViewModel.isOpen(entry)) {
            getChildren().addAll(notConfirmed(), askAgain(row), facts(row));
        } else if (HistoryViewModel.isPayment(entry)) {
            getChildren().add(facts(row));
            proofs(row, entry);
        } else {
            getChildren().addAll(facts(row), why("history.why.login"));
        }
    }

    private void proofs(HistoryRow row, HistoryEntry entry) {
        getChildren()
                .addAll(
                        said(texts.get("history.checked"), "section-heading"),
                        check("order", entry.orderSigned()),
                        check("receipt", entry.receiptSigned()),
                        check("three", entry.threeAgree()));
        switch (entry.verified()) {
            case YES -> getChildren().addAll(buttons(row), saved());
            case NO -> {}
            case NOT_KNOWN ->
                getChildren().add(why(entry.order().isPresent() ? "history.why.due" : "history.why.elsewhere"));
        }
    }

    private Node sum(HistoryRow row) {
        HistoryEntry entry = row.entry();
        FlowPane sum = new FlowPane();
        entry.order().ifPresent(order -> sum.getChildren().add(said(row.amount(), "detail-sum")));
        boolean alone = HistoryViewModel.isPayment(entry) && entry.verified() == Holds.NOT_KNOWN;
        String end = alone ? texts.get("history.phone-says", row.result()) : row.result();
        sum.getChildren().add(said(end, "detail-result"));
        if (alone) {
            sum.getChildren().add(said(row.proof(), "detail-result"));
        }
        sum.getStyleClass().add("detail-line");
        return sum;
    }

    private Node facts(HistoryRow row) {
        HistoryEntry entry = row.entry();
        GridPane facts = new GridPane();
        facts.getStyleClass().add("detail-facts");
        entry.order().ifPresent(order -> {
            fact(facts, "history.description", VisibleText.of(order.description()));
            fact(facts, "history.account", VisibleText.of(order.payeeAccount()));
        });
        fact(facts, "history.column.bank", row.bank());
        fact(facts, "history.column.date", row.date());
        entry.receiptNumber().ifPresent(number -> fact(facts, "result.receipt", number));
        if (!entry.orderId().isEmpty()) {
            fact(facts, "history.order", entry.orderId());
        }
        return facts;
    }

    private void fact(GridPane facts, String key, String value) {
        Node name = said(texts.get(key), "muted");
        Node said = said(value, "fact-value");
        GridPane.setHgrow(said, Priority.ALWAYS);
        GridPane.setValignment(name, VPos.TOP);
        facts.addRow(facts.getRowCount(), name, said);
    }

    /** Why there is nothing to save. */
    private Node why(String key) {
        Node words = said(texts.get(key), "muted");
        words.setId("history-why");
        return words;
    }

    private Node head(HistoryRow row) {
        Button close = new Button(null, Nodes.icon("mdi2c-close"));
        close.setId("history-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        Nodes.describe(close, texts, "history.close");
        close.setOnAction(event -> history.choose(java.util.Optional.empty()));
        Node payee = said(row.payee(), "payee");
        HBox.setHgrow(payee, Priority.ALWAYS);
        HBox head = new HBox(payee, Nodes.spring(), close);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private Node notConfirmed() {
        VBox box = new VBox(
                said(texts.get("result.unknown.first"), "stop-text"),
                said(texts.get("result.unknown.remedy"), "fault"));
        box.setId("history-not-confirmed");
        box.getStyleClass().add("asked");
        return box;
    }

    private Node stop(HistoryRow row) {
        String words = texts.get("history.stop", row.bank(), row.amount());
        HBox stop = new HBox(Nodes.icon("mdi2a-alert-octagon", "stop-icon"), said(words, "stop-text"));
        stop.setId("history-stop");
        stop.setAlignment(Pos.CENTER_LEFT);
        stop.getStyleClass().addAll("now", Nodes.toneClass(Tone.BAD));
        stop.setAccessibleRole(AccessibleRole.TEXT);
        stop.setAccessibleText(words);
        return stop;
    }

    private Node check(String name, Holds holds) {
        Tone tone = switch (holds) {
            case YES -> Tone.GOOD;
            case NO -> Tone.BAD;
            case NOT_KNOWN -> Tone.QUIET;
        };
        String words = texts.get("history.check." + name + "." + holds.name().toLowerCase(java.util.Locale.ROOT));
        HBox line = new HBox(Nodes.icon(icon(holds), "check-icon"), said(words, "check-text"));
        line.setId("history-check-" + name);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().addAll("check-line", Nodes.toneClass(tone));
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(words);
        return line;
    }

    private static String icon(Holds holds) {
        return switch (holds) {
            case YES -> "mdi2c-check-circle";
            case NO -> "mdi2c-close-circle";
            case NOT_KNOWN -> "mdi2h-help-circle-outline";
        };
    }

    private Node buttons(HistoryRow row) {
        Button file = button(
                "history-save-receipt",
                "history.save.receipt",
                where -> history.saver().saveReceipt(row, where));
        Button pdf = button(
                "history-save-pdf", "history.save.pdf", where -> history.saver().savePdf(row, where));
        pdf.getStyleClass().add(Styles.ACCENT);
        FlowPane buttons = new FlowPane(pdf, file);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
    }

    private Node askAgain(HistoryRow row) {
        Button ask = button("history-ask-again", "history.ask", where -> history.askAgain(row));
        ask.getStyleClass().addAll(Styles.ACCENT, "main-button");
        FlowPane buttons = new FlowPane(ask);
        buttons.getStyleClass().add("flow-buttons");
        return buttons;
    }

    private Button button(String id, String key, Consumer<SavePlace> save) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        Nodes.help(button, texts, key + ".help");
        button.setOnAction(event -> save.accept(place));
        return button;
    }

    private Node saved() {
        Button replace = button(
                "history-replace",
                "history.save.replace",
                ignored -> history.saver().replace());
        Button keep = button(
                "history-keep", "history.save.keep", ignored -> history.saver().keep());
        FlowPane asked = new FlowPane(replace, keep);
        asked.getStyleClass().add("flow-buttons");
        Nodes.showWhile(asked, history.saver().asksProperty());
        var told = Nodes.label(history.saver().toldProperty(), "saved");
        told.setId("history-saved");
        return new VBox(8, told, asked);
    }

    private static Node said(String text, String style) {
        return Nodes.label(new ReadOnlyStringWrapper(text), style);
    }
}
