package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The banks of this phone, each with what the flash holds of it. */
final class HomeView extends VBox {

    HomeView(Screen.Home home, List<ScreenLine> lines, ScreenTexts texts) {
        VBox head = new VBox(4);
        head.getStyleClass().add("home-head");
        for (ScreenLine line : lines) {
            boolean title = line.style() == ScreenLine.Style.TITLE;
            head.getChildren().add(Nodes.text(line.text(), title ? "home-title" : "line-body"));
        }
        VBox cards = new VBox(12);
        for (SlotInfo bank : home.banks()) {
            cards.getChildren().add(card(bank, texts));
        }
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setSpacing(18);
    }

    private static VBox card(SlotInfo bank, ScreenTexts texts) {
        Label name = Nodes.text(new BankName(bank.nameEn(), bank.nameZh()).in(texts), "card-name");
        Label state = Nodes.text(state(bank, texts), bank.enabled() ? "card-state" : "card-state-off");
        HBox head = new HBox(12, Nodes.disc(Icon.BANK, 40, "bank"), new VBox(2, name, state));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(
                12,
                head,
                row(texts.text("home.attempts"), texts.text("home.attempts.of", bank.attemptsLeft())),
                row(texts.text("home.until"), texts.day(bank.validUntil())));
        if (bank.lastResult() != SlotResult.NONE) {
            card.getChildren()
                    .add(row(
                            texts.text("home.last"),
                            texts.text("result." + bank.lastResult().name())));
        }
        card.getStyleClass().add("card");
        card.setId("bank-" + bank.bankId());
        return card;
    }

    private static String state(SlotInfo bank, ScreenTexts texts) {
        if (bank.enabled()) {
            return texts.text("home.enabled");
        }
        return texts.text(bank.lastResult() == SlotResult.VOID ? "result.VOID" : "home.disabled");
    }

    private static HBox row(String label, String value) {
        Label left = new Label(label);
        left.getStyleClass().add("row-label");
        Label right = new Label(value);
        right.getStyleClass().add("row-value");
        HBox row = new HBox(8, left, Nodes.spring(), right);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }
}
