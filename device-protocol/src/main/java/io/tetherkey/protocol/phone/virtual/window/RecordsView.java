package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.screen.PastResult;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import io.tetherkey.protocol.phone.screen.VisibleText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The phone's history: for each result what it was, to whom, of which bank, when, and how much. */
final class RecordsView {
    private RecordsView() {}

    static Region of(Screen.Records records, List<ScreenLine> lines, PhoneViewModel model) {
        String title = lines.getFirst().text();
        if (records.results().isEmpty()) {
            return new PageView(title, "", TabBar.Tab.RECORDS, model)
                    .empty(Icon.CLOCK, lines.getLast().text());
        }
        ScreenTexts texts = model.textsProperty().get();
        VBox rows = new VBox(10);
        for (PastResult result : records.results()) {
            rows.getChildren().add(row(result, texts));
        }
        return new PageView(title, "", TabBar.Tab.RECORDS, model).showing(rows);
    }

    private static HBox row(PastResult result, ScreenTexts texts) {
        String outcome = texts.text("result." + result.result().name());
        String headline =
                result.payment().map(payment -> VisibleText.of(payment.payee())).orElse(outcome);
        VBox words = new VBox(2, Nodes.text(headline, "record-title"));
        result.payment().ifPresent(payment -> {
            words.getChildren().add(Nodes.text(payment.amount().toString(), "record-amount"));
            words.getChildren().add(Nodes.text(outcome, style(result.result())));
        });
        Label from =
                Nodes.text(texts.text("records.from", result.bank().in(texts), texts.time(result.time())), "row-label");
        words.getChildren().add(from);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, ScreenView.mark(result.result(), 28), words);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("card", "record");
        return row;
    }

    private static String style(SlotResult result) {
        return switch (result) {
            case PAID, ALLOWED -> "card-state";
            case NONE, DECLINED -> "row-label";
            case FAILED, VOID, PAYMENT_FAILED -> "card-state-off";
        };
    }
}
