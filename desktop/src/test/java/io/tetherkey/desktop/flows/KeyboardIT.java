package io.tetherkey.desktop.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.DemoSite;
import io.tetherkey.desktop.kit.PhoneInHand;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.protocol.phone.screen.Screen;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** Escape, Enter and paste, wherever they are pressed. */
@TetherKeyTest
class KeyboardIT {

    private static void press(WindowOnTest window, KeyCode key) {
        window.act(() -> {
            var scene = window.scene();
            var target = scene.getFocusOwner() == null ? scene.lookup("#window") : scene.getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
    }

    @Test
    void escapeCancelsWhatIsShownAndLeadsBackOtherwise(DemoSite site, PhoneInHand phone, WindowOnTest window)
            throws Exception {
        window.turnTo(Page.HISTORY);
        press(window, KeyCode.ESCAPE);
        assertThat(window.see(() -> window.model().pageProperty().get())).isEqualTo(Page.PAY);

        window.open(site.order("19.90"));
        press(window, KeyCode.ESCAPE);
        window.expect("#rest-title", "Nothing to pay right now");

        window.open(site.order("19.90"));
        window.chooseBank("harbour");
        window.logIn(DemoSite.USER, DemoSite.PASSWORD);
        phone.expect(Screen.EnterPaymentKey.class);
        window.expectShown("#cancel");
        press(window, KeyCode.ESCAPE);
        window.expect("#rest-title", "Nothing to pay right now");
    }

    @Test
    void enterSendsTheFormAndClosesTheResult(DemoSite site, PhoneInHand phone, WindowOnTest window) throws Exception {
        window.open(site.order("19.90"));
        window.chooseBank("harbour");
        window.write("#user", DemoSite.USER);
        window.write("#password", DemoSite.PASSWORD);
        press(window, KeyCode.ENTER);
        phone.enterKey(DemoSite.PAYMENT_KEY);
        phone.approve();
        window.expect("#result-title", "Paid");
        window.act(() -> window.scene().lookup("#window").requestFocus());
        press(window, KeyCode.ENTER);
        window.expect("#rest-title", "Nothing to pay right now");
    }

    @Test
    void linkInTheClipboardIsOpenedByPaste(DemoSite site, WindowOnTest window) throws Exception {
        DemoSite.Placed order = site.order("19.90");
        window.act(() -> {
            var content = new ClipboardContent();
            content.putString("  “" + order.link() + "”\n");
            Clipboard.getSystemClipboard().setContent(content);
            window.scene().lookup("#page-pay").requestFocus();
        });
        window.act(() -> window.scene()
                .lookup("#page-pay")
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.V, false, true, false, false)));
        window.expect("#amount", "19.90");
    }
}
