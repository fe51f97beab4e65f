package io.tetherkey.desktop.ui.window;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Escape, Enter and paste for the whole window: Escape presses the cancel button that is shown, or leads back to the first
 * page; Enter presses the default button that is shown; paste opens the link in the clipboard.
 *
 * <p>JavaFX keeps only one cancel and one default button for a scene, whichever came last, shown or not.
 */
final class WindowKeys {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final WindowViewModel window;
    private final Parent view;

    WindowKeys(WindowViewModel window, Parent view) {
        this.window = window;
        this.view = view;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case ESCAPE -> press(Button::isCancelButton) || back();
            case ENTER -> press(Button::isDefaultButton);
            case V -> PASTE.match(event) && paste(event);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean press(Predicate<Button> wanted) {
        Button found = find(view, wanted);
        if (found == null) {
            return false;
        }
        found.fire();
        return true;
    }

    private static @Nullable Button find(Node node, Predicate<Button> wanted) {
        if (!node.isVisible()) {
            return null;
        }
        if (node instanceof Button button) {
            return wanted.test(button) && !button.isDisabled() ? button : null;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Button found = find(child, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private boolean back() {
        boolean elsewhere = window.pageProperty().get() != Page.PAY;
        window.pageProperty().set(Page.PAY);
        return elsewhere;
    }

    private boolean paste(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl
                || !Clipboard.getSystemClipboard().hasString()) {
            return false;
        }
        window.paste(Clipboard.getSystemClipboard().getString());
        return true;
    }
}
