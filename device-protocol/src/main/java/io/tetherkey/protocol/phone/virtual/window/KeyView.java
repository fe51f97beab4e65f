package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.phone.chip.CryptoChip;
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
 * A keypad in the order that the engine drew, for a payment key that stays hidden or an activation code that is shown.
 * No key changes its look when it is pressed, for what the display does can be read from the cable's power.
 */
final class KeyView extends VBox {
    private static final int COLUMNS = 3;
    private static final int LAST = 9;
    private static final int GROUP = 4;

    private KeyView(List<Integer> order, List<ScreenLine> lines, Node typed, String enterKey, PhoneViewModel model) {
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
                        typed,
                        Nodes.spring(),
                        keypad(order, model, texts.text("button.erase"), texts.text(enterKey)),
                        Nodes.buttons(Nodes.button("cancel", texts.text("button.cancel"), "plain", model::cancel)));
        setSpacing(14);
    }

    static KeyView paymentKey(List<Integer> order, List<ScreenLine> lines, PhoneViewModel model) {
        return new KeyView(order, lines, dots(model), "button.enter", model);
    }

    static KeyView activationCode(List<Integer> order, List<ScreenLine> lines, PhoneViewModel model) {
        return new KeyView(order, lines, groups(model), "button.enterCode", model);
    }

    /** The code as it stands in the bank's letter, in groups of four. */
    private static HBox groups(PhoneViewModel model) {
        HBox row = new HBox(14);
        row.setAlignment(Pos.CENTER);
        row.setId("code");
        for (int i = 0; i < EnrolmentContents.ACTIVATION_CODE_DIGITS; i += GROUP) {
            int from = i;
            Label group = new Label();
            group.getStyleClass().add("code-group");
            model.typedProperty().subscribe(count -> group.setText(model.shownDigits(from, from + GROUP)));
            row.getChildren().add(group);
        }
        return row;
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

    private static GridPane keypad(List<Integer> order, PhoneViewModel model, String eraseText, String enterText) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keypad");
        grid.setAlignment(Pos.CENTER);
        for (int i = 0; i < LAST; i++) {
            grid.add(digit(order.get(i), model), i % COLUMNS, i / COLUMNS);
        }
        Button erase = key("erase", "", model::eraseDigit);
        erase.setGraphic(Icon.ERASE.draw(26, "key-icon"));
        erase.setAccessibleText(eraseText);
        erase.getStyleClass().add("key-side");
        Button enter = key("enter", "", model::enter);
        enter.setGraphic(Icon.CHECK.draw(26, "key-icon"));
        enter.setAccessibleText(enterText);
        enter.getStyleClass().add("key-enter");
        enter.disableProperty().bind(model.typedProperty().lessThan(model.digitsAsked()));
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
