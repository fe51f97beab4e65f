package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.phone.screen.ScreenLine;
import io.tetherkey.protocol.phone.screen.ScreenTexts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws one screen. */
final class ScreenView {
    private static final double DISC = 88;

    /** Where the focus goes on a new screen; never to what says yes or erases. */
    private static final List<String> FIRST_FOCUS =
            List.of("#details", "#dots", "#code", "#decline", "#cancel", "#ok", "#unlock", "#tab-banks");

    private ScreenView() {}

    static Region of(Screen screen, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        List<ScreenLine> lines = screen.lines(texts);
        Region view = switch (screen) {
            case Screen.Locked locked -> LockView.of(lines, model);
            case Screen.Home home -> HomeView.of(home, lines, model);
            case Screen.Records records -> RecordsView.of(records, lines, model);
            case Screen.Computers computers -> ComputersView.of(computers, lines, model);
            case Screen.ConfirmRevocation revocation ->
                question(lines, Nodes.disc(Icon.LAPTOP, DISC, "quiet"), "button.keepComputer", "button.revoke", model);
            case Screen.TrustComputer trust ->
                question(lines, Nodes.disc(Icon.LAPTOP, DISC, "info"), "button.distrust", "button.trust", model);
            case Screen.InputDeviceAttached attached -> outside(lines, model);
            case Screen.Working working -> working(lines);
            case Screen.EnterPaymentKey key -> KeyView.paymentKey(key.keypad(), lines, model);
            case Screen.ChoosePaymentKey choose -> KeyView.paymentKey(choose.keypad(), lines, model);
            case Screen.EnterActivationCode code -> KeyView.activationCode(code.keypad(), lines, model);
            case Screen.ConfirmRenewal renewal ->
                question(lines, Nodes.disc(Icon.BANK, DISC, "info"), "button.keep", "button.renew", model);
            case Screen.ConfirmDeletion deletion ->
                erasing(question(
                        lines, Nodes.disc(Icon.WARNING, DISC, "bad"), "button.keepBank", "button.delete", model));
            case Screen.SlotChanged changed -> notice(lines, Nodes.disc(Icon.CHECK, DISC, "good"), model, texts);
            case Screen.ApprovePayment approve -> new ApprovalView(lines, model);
            case Screen.PaymentResult result -> notice(lines, mark(result.result(), DISC), model, texts);
            case Screen.LoginResult result -> notice(lines, mark(result.result(), DISC), model, texts);
            case Screen.Stopped stopped -> notice(lines, mark(stopped.reason()), model, texts);
            case Screen.StorageFailed failed -> message(lines, Nodes.disc(Icon.WARNING, DISC, "bad"));
        };
        view.getStyleClass().add("screen");
        view.setId("screen");
        return view;
    }

    static @Nullable Node firstFocus(Region view) {
        return FIRST_FOCUS.stream()
                .map(view::lookup)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** @param no and yes keys of the buttons' texts */
    private static Region question(List<ScreenLine> lines, Node picture, String no, String yes, PhoneViewModel model) {
        ScreenTexts texts = model.textsProperty().get();
        VBox view = message(lines, picture);
        Button refuse = Nodes.button("decline", texts.text(no), "plain", () -> model.press(new UserAction.Decline()));
        Button agree = Nodes.button("approve", texts.text(yes), "primary", () -> model.press(new UserAction.Approve()));
        String asked = lines.getFirst().text();
        Stream.of(refuse, agree).forEach(button -> button.setAccessibleHelp(asked));
        view.getChildren().add(Nodes.buttons(refuse, agree));
        return view;
    }

    /** The question itself is not there, so it can only be given up. */
    private static Region outside(List<ScreenLine> lines, PhoneViewModel model) {
        VBox view = message(lines, Nodes.disc(Icon.KEYBOARD, DISC, "bad"));
        Button cancel = Nodes.button(
                "cancel",
                model.textsProperty().get().text("button.cancel"),
                "plain",
                () -> model.press(new UserAction.Cancel()));
        cancel.setAccessibleHelp(lines.getFirst().text());
        view.getChildren().add(Nodes.buttons(cancel));
        return view;
    }

    /** What cannot be taken back does not look like the way on. */
    private static Region erasing(Region question) {
        question.lookup("#approve").getStyleClass().add("erasing");
        return question;
    }

    /** Stands still, however long the bank takes. */
    private static Region working(List<ScreenLine> lines) {
        VBox view = message(lines, Nodes.disc(Icon.DOTS, DISC, "info"));
        view.getStyleClass().add("of-a-bank");
        return view;
    }

    private static Region notice(List<ScreenLine> lines, Node mark, PhoneViewModel model, ScreenTexts texts) {
        VBox view = message(lines, mark);
        view.getStyleClass().add("of-a-bank");
        Button ok = Nodes.button("ok", texts.text("button.ok"), "primary", () -> model.press(new UserAction.Ok()));
        ok.setAccessibleHelp(texts.text("ok.help"));
        view.getChildren().add(Nodes.buttons(ok));
        return view;
    }

    /** A picture with the lines below it, in the middle of the screen. */
    static VBox message(List<ScreenLine> lines, Node picture) {
        VBox view = new VBox(Nodes.spring(), Nodes.centred(14, picture));
        VBox words = Nodes.centred(8);
        words.getStyleClass().add("message-words");
        for (ScreenLine line : lines) {
            Label label = Nodes.text(line.text(), "line-" + line.style().name().toLowerCase(Locale.ROOT));
            label.getStyleClass().add("centred");
            words.getChildren().add(label);
        }
        view.getChildren().addAll(words, Nodes.spring());
        return view;
    }

    static Node mark(SlotResult result, double size) {
        return switch (result) {
            case PAID, ALLOWED -> Nodes.disc(Icon.CHECK, size, "good");
            case DECLINED, NONE -> Nodes.disc(Icon.BAR, size, "quiet");
            case FAILED, VOID, PAYMENT_FAILED -> Nodes.disc(Icon.CROSS, size, "bad");
        };
    }

    private static Node mark(Screen.Reason reason) {
        return switch (reason) {
            case CANCELLED -> Nodes.disc(Icon.BAR, DISC, "quiet");
            case TIMED_OUT -> Nodes.disc(Icon.CLOCK, DISC, "quiet");
            case REFUSED, NOT_ENABLED -> Nodes.disc(Icon.WARNING, DISC, "bad");
        };
    }
}
