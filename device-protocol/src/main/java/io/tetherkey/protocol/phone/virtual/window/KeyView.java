package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The payment key with a keypad in the order that the engine drew. No key changes its look when it is pressed, for what
 * the display does can be read from the cable's power.
 */
final class KeyView extends VBox {
    private static final int COLUMNS = 3;
    private static final int LAST = 9;

    KeyView(Screen.EnterPaymentKey screen, List<ScreenLine> lines, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        VBox words = Nodes.centred(6);
        for (ScreenLine line : lines) {
            Label label = Nodes.text(line.text(), styleClass(line));
            label.getStyleClass().add("centred");
            words.getChildren().add(label);
        }
        getChildren()
                .addAll(
                        Nodes.spring(),
                        words,
                        dots(model),
                        Nodes.spring(),
                        keypad(screen.keypad(), model, texts),
                        Nodes.buttons(Nodes.button("cancel", texts.text("button.cancel"), "plain", model::cancel)));
        setSpacing(14);
    }

    private static String styleClass(ScreenLine line) {
        return switch (line.style()) {
            case TITLE -> "key-bank";
            case HEADLINE -> "key-title";
            case WARNING -> "line-warning";
            case AMOUNT, FIELD, BODY -> "line-body";
        };
    }

    private static HBox dots(PhoneViewModel model) {
        HBox dots = new HBox(16);
        dots.setAlignment(Pos.CENTER);
        dots.setId("dots");
        for (int i = 0; i < CryptoChip.PAYMENT_KEY_DIGITS; i++) {
            Region dot = new Region();
            dot.getStyleClass().add("dot");
            dots.getChildren().add(dot);
        }
        model.typedProperty().subscribe(typed -> fill(dots.getChildren(), typed.intValue()));
        return dots;
    }

    private static void fill(List<Node> dots, int typed) {
        for (int i = 0; i < dots.size(); i++) {
            dots.get(i).getStyleClass().setAll("dot", i < typed ? "dot-full" : "dot-empty");
        }
    }

    private static GridPane keypad(List<Integer> order, PhoneViewModel model, ScreenTexts texts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keypad");
        grid.setAlignment(Pos.CENTER);
        for (int i = 0; i < LAST; i++) {
            grid.add(digit(order.get(i), model), i % COLUMNS, i / COLUMNS);
        }
        Button erase = key("erase", "", model::eraseDigit);
        erase.setGraphic(Icon.ERASE.draw(26, "key-icon"));
        erase.setAccessibleText(texts.text("button.erase"));
        erase.getStyleClass().add("key-side");
        Button enter = key("enter", "", model::enter);
        enter.setGraphic(Icon.CHECK.draw(26, "key-icon"));
        enter.setAccessibleText(texts.text("button.enter"));
        enter.getStyleClass().add("key-enter");
        enter.disableProperty().bind(model.typedProperty().lessThan(CryptoChip.PAYMENT_KEY_DIGITS));
        grid.add(erase, 0, COLUMNS);
        grid.add(digit(order.get(LAST), model), 1, COLUMNS);
        grid.add(enter, 2, COLUMNS);
        return grid;
    }

    private static Button digit(int digit, PhoneViewModel model) {
        return key("digit-" + digit, Integer.toString(digit), () -> model.digit(digit));
    }

    private static Button key(String id, String text, Runnable action) {
        Button key = new Button(text);
        key.setId(id);
        key.getStyleClass().add("key");
        key.setFocusTraversable(false);
        key.setOnAction(event -> action.run());
        return key;
    }
}
