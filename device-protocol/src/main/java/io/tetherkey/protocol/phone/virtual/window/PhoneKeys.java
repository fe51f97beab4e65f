package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.Screen;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The PC's keyboard as the owner's hand: digits, erase, enter and escape at a keypad, and the keys that scroll while a
 * payment is read. Everything else is reached by Tab, Space and Enter.
 */
final class PhoneKeys {
    /** How far one press of an arrow goes, in units. */
    private static final double LINE = 40;

    private final PhoneViewModel model;
    private final Node phone;

    PhoneKeys(PhoneViewModel model, Node phone) {
        this.model = model;
        this.phone = phone;
    }

    void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean done = model.asksDigits() ? typed(event) : scrolled(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean typed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isDigitKey() && !event.isShiftDown()) {
            model.digit(code.getName().charAt(code.getName().length() - 1) - '0');
            return true;
        }
        return switch (code) {
            case BACK_SPACE, DELETE -> {
                model.eraseDigit();
                yield true;
            }
            case ENTER -> {
                boolean onAButton = phone.getScene().getFocusOwner() instanceof ButtonBase;
                if (!onAButton) {
                    model.enter();
                }
                yield !onAButton;
            }
            case ESCAPE -> {
                model.press(new UserAction.Cancel());
                yield true;
            }
            default -> false;
        };
    }

    private boolean scrolled(KeyCode code) {
        if (!(model.screenProperty().get() instanceof Screen.ApprovePayment)
                || !(phone.lookup("#details") instanceof ScrollPane details)) {
            return false;
        }
        return switch (code) {
            case DOWN -> Scrolling.by(details, LINE);
            case UP -> Scrolling.by(details, -LINE);
            case PAGE_DOWN -> Scrolling.byPages(details, 1);
            case PAGE_UP -> Scrolling.byPages(details, -1);
            case HOME -> Scrolling.byPages(details, -Integer.MAX_VALUE);
            case END -> Scrolling.byPages(details, Integer.MAX_VALUE);
            default -> false;
        };
    }
}
