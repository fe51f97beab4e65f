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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The banks of this phone, each with what the flash holds of it. */
final class HomeView {
    private HomeView() {}

    static Region of(Screen.Home home, List<ScreenLine> lines, PhoneViewModel model) {
        String title = lines.getFirst().text();
        String body = lines.getLast().text();
        if (home.banks().isEmpty()) {
            return new PageView(title, "", TabBar.Tab.BANKS, model).empty(Icon.BANK, body);
        }
        VBox cards = new VBox(12);
        for (SlotInfo bank : home.banks()) {
            cards.getChildren().add(card(bank, model));
        }
        return new PageView(title, body, TabBar.Tab.BANKS, model).showing(cards);
    }

    private static VBox card(SlotInfo bank, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        Label name = Nodes.text(new BankName(bank.nameEn(), bank.nameZh()).in(texts), "card-name");
        Label state = Nodes.text(state(bank, texts), bank.enabled() ? "card-state" : "card-state-off");
        HBox head = new HBox(12, mark(bank, model), new VBox(2, name, state));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(
                10,
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

    private static StackPane mark(SlotInfo bank, PhoneViewModel model) {
        StackPane mark = Nodes.disc(Icon.BANK, 40, "bank");
        mark.setStyle("-fx-background-color: " + model.colourOf(bank.bankId()) + ";");
        return mark;
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
