package io.tetherkey.desktop.ui.history;

import io.tetherkey.desktop.ui.Nodes;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was paid, one bar a month with one part a bank; a press shows that month's payments in the list. */
final class SpendingView extends VBox {

    private final HistoryViewModel history;
    private final Texts texts;
    private final Label leftOut;

    SpendingView(HistoryViewModel history, Texts texts) {
        this.history = history;
        this.texts = texts;
        getStyleClass().addAll("card", "spending");
        setId("spending");
        this.leftOut = Nodes.label(texts.bind("history.spending.left-out"), "muted");
        Nodes.showWhile(leftOut, history.leavesOutProperty());
        history.spending().addListener((ListChangeListener<Spending>) change -> fill());
        texts.onLanguage(this::fill);
    }

    private void fill() {
        List<Node> rows = new ArrayList<>();
        rows.add(label(texts.get("history.spending"), "card-title"));
        boolean none = history.spending().isEmpty();
        rows.add(label(texts.get(none ? "history.spending.none" : "history.spending.hint"), "muted"));
        long most = history.spending().stream()
                .mapToLong(s -> s.total().minorUnits())
                .max()
                .orElse(1);
        history.spending().forEach(spending -> rows.add(month(spending, most)));
        rows.add(leftOut);
        getChildren().setAll(rows);
    }

    private Node month(Spending spending, long most) {
        Money total = spending.total();
        Label name = label(texts.month(spending.month()), "spending-month");
        Label sum = label(texts.digits(total) + " " + total.currency(), "spending-sum");
        List<BankEntry> banks = history.banks().stream()
                .filter(bank -> spending.byBank().containsKey(bank.bankId()))
                .toList();
        List<String> parts = banks.stream()
                .map(bank -> texts.bankName(bank) + " " + texts.digits(part(spending, bank)))
                .toList();
        VBox row = new VBox(new HBox(name, Nodes.spring(), sum), new Bar(banks, spending.byBank(), Math.max(1, most)));
        if (!parts.isEmpty()) {
            row.getChildren().add(label(String.join("  ·  ", parts), "muted"));
        }
        row.getStyleClass().add("spending-row");
        row.setMouseTransparent(true);
        String spoken = name.getText() + ": " + sum.getText() + ". " + String.join(", ", parts);
        return new StackPane(button(spending.month(), spoken), row);
    }

    /** Lies behind the words, because a button lays out wrapped words in its graphic at the wrong width. */
    private ToggleButton button(YearMonth month, String spoken) {
        ToggleButton button = new ToggleButton();
        button.setId("spending-" + month);
        button.getStyleClass().add("spending-button");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setAccessibleText(spoken);
        Nodes.help(button, texts, "history.spending.month.help");
        button.setOnAction(event -> history.turnTo(month));
        history.monthProperty()
                .subscribe(
                        shown -> button.setSelected(shown.filter(month::equals).isPresent()));
        return button;
    }

    private static Money part(Spending spending, BankEntry bank) {
        return java.util.Objects.requireNonNull(spending.byBank().get(bank.bankId()));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** One bar whose parts are as long as their share of the longest month. */
    private static final class Bar extends Pane {

        private static final double HEIGHT = 14;
        private static final double GAP = 2;

        private final List<Long> parts = new ArrayList<>();
        private final long most;

        Bar(List<BankEntry> banks, Map<String, Money> byBank, long most) {
            this.most = most;
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            for (BankEntry bank : banks) {
                Region part = new Region();
                part.setStyle("-fx-background-color: " + bank.colour() + "; -fx-background-radius: 3;");
                part.getStyleClass().add("spending-part");
                getChildren().add(part);
                parts.add(java.util.Objects.requireNonNull(byBank.get(bank.bankId()))
                        .minorUnits());
            }
        }

        @Override
        protected void layoutChildren() {
            double x = 0;
            for (int i = 0; i < parts.size(); i++) {
                double width = Math.max(2, parts.get(i) * (getWidth() - GAP * parts.size()) / most);
                getChildren().get(i).resizeRelocate(x, 0, width, HEIGHT);
                x += width + GAP;
            }
        }
    }
}
