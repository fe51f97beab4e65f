package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * A keypad in the order that the engine drew, for a payment key that stays hidden or an activation code that is shown.
 * No key changes its look when it is pressed, for what the display does can be read from the cable's power.
 */
final class KeyView extends VBox {
    private static final int COLUMNS = 3;
    private static final int LAST = 9;
    private static final int GROUP = 4;

    private final HBox typed;
    private final PhoneViewModel model;
    private final String name;
    private final Subscription watching;

    private KeyView(List<Integer> order, List<ScreenLine> lines, HBox typed, String enterKey, PhoneViewModel model) {
        this.typed = typed;
        this.model = model;
        this.name = lines.get(1).text();
        ScreenTexts texts = model.textsProperty().get();
        VBox words = Nodes.centred(6);
        for (ScreenLine line : lines) {
            Label label = Nodes.text(line.text(), styleClass(line));
            label.getStyleClass().add("centred");
            words.getChildren().add(label);
        }
        Button cancel = Nodes.button(
                "cancel", texts.text("button.cancel"), "plain", () -> model.press(new UserAction.Cancel()));
        cancel.setAccessibleHelp(texts.text("cancel.help"));
        prepareField(texts);
        getChildren()
                .addAll(
                        Nodes.spring(),
                        words,
                        Nodes.centred(0, typed),
                        Nodes.spring(),
                        keypad(order, model, texts.text("button.erase"), texts.text(enterKey)),
                        Nodes.buttons(cancel));
        setSpacing(12);
        watching = model.typedProperty().subscribe(count -> show(count.intValue()));
    }

    static KeyView paymentKey(List<Integer> order, List<ScreenLine> lines, PhoneViewModel model) {
        return new KeyView(order, lines, dots(), "button.enter", model);
    }

    static KeyView activationCode(List<Integer> order, List<ScreenLine> lines, PhoneViewModel model) {
        return new KeyView(order, lines, groups(), "button.enterCode", model);
    }

    /** The screen is over: the model outlives this view and must not hold it. */
    void leave() {
        watching.unsubscribe();
    }

    /** The place that has the focus while one types; it tells how much is typed and never what. */
    private void prepareField(ScreenTexts texts) {
        typed.setAlignment(Pos.CENTER);
        typed.setFocusTraversable(true);
        typed.setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        typed.setAccessibleHelp(texts.text("key.help"));
        typed.getStyleClass().add("key-field");
        typed.setMaxWidth(Region.USE_PREF_SIZE);
        typed.setOnMousePressed(event -> typed.requestFocus());
    }

    private void show(int count) {
        List<Node> places = typed.getChildren();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) instanceof Label group) {
                group.setText(model.shownDigits(i * GROUP, (i + 1) * GROUP));
            } else {
                places.get(i).getStyleClass().setAll("dot", i < count ? "dot-full" : "dot-empty");
            }
        }
        typed.setAccessibleText(model.textsProperty().get().text("key.typed", name, count, model.digitsAsked()));
    }

    /** The code as it stands in the bank's letter, in groups of four. */
    private static HBox groups() {
        HBox row = new HBox(14);
        row.setId("code");
        for (int i = 0; i < EnrolmentContents.ACTIVATION_CODE_DIGITS; i += GROUP) {
            Label group = new Label();
            group.getStyleClass().add("code-group");
            row.getChildren().add(group);
        }
        return row;
    }

    private static String styleClass(ScreenLine line) {
        return switch (line.style()) {
            case TITLE -> "key-bank";
            case HEADLINE -> "key-title";
            case WARNING -> "key-warning";
            case AMOUNT, FIELD, BODY -> "key-body";
        };
    }

    private static HBox dots() {
        HBox dots = new HBox(16);
        dots.setId("dots");
        for (int i = 0; i < CryptoChip.PAYMENT_KEY_DIGITS; i++) {
            dots.getChildren().add(new Region());
        }
        return dots;
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

    /** Out of the Tab order: who uses the keyboard types the digits, and the order of the keys says nothing. */
    private static Button key(String id, String text, Runnable action) {
        Button key = new Button(text);
        key.setId(id);
        key.getStyleClass().add("key");
        key.setFocusTraversable(false);
        key.setOnAction(event -> action.run());
        return key;
    }
}
