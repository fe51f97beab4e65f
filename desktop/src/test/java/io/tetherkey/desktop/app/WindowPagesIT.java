package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.kit.Scenes;
import io.tetherkey.desktop.kit.TetherKeyTest;
import io.tetherkey.desktop.kit.WindowOnTest;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.Page;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The way from page to page, and the settings, in the real window. */
@TetherKeyTest
class WindowPagesIT {

    @Test
    void everyPageOpensByKeyAndItsButtonSaysSo(WindowOnTest window) {
        for (Page page : Page.values()) {
            window.pressCtrl(KeyCode.valueOf("DIGIT" + (page.ordinal() + 1)));
            assertThat(window.see(() -> window.model().pageProperty().get())).isEqualTo(page);
            window.until(
                    "the button of " + page + " to be selected",
                    () -> node(window, "#page-" + page.name().toLowerCase(Locale.ROOT))
                            .getPseudoClassStates()
                            .toString()
                            .contains("selected"));
        }
    }

    @Test
    void everyPageOpensByItsButton(WindowOnTest window) {
        for (Page page : Page.values()) {
            window.turnTo(page);
        }
    }

    @Test
    void languageChangesAtOnceAndEverywhere(WindowOnTest window) {
        window.turnTo(Page.SETTINGS);
        window.press("#language-zh");
        window.expect("#page-settings", "设置");
        window.turnTo(Page.PAY);
        window.expect("#rest-title", "现在没有需要支付的订单");
    }

    @Test
    void themeAndScaleAreWornAtOnce(WindowOnTest window) {
        window.turnTo(Page.SETTINGS);
        window.press("#theme-high-contrast");
        window.until(
                "high contrast",
                () -> window.scene().getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("contrast.css")));
        window.press("#theme-light");
        window.until(
                "light",
                () -> window.scene().getStylesheets().stream().noneMatch(sheet -> sheet.endsWith("contrast.css")));
        assertThat(window.see(() -> window.model().settings().themeProperty().get()))
                .isEqualTo(Theme.LIGHT);
        double before = window.see(() -> width(window));
        window.press("#scale-150");
        window.until("half as large again", () -> Math.abs(width(window) - before * 1.5) < 2);
    }

    private static double width(WindowOnTest window) {
        Node node = node(window, "#page-settings");
        return node.localToScene(node.getBoundsInLocal()).getWidth();
    }

    private static Node node(WindowOnTest window, String id) {
        return Scenes.find(window.scene().getRoot(), id).orElseThrow();
    }
}
