package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.Page;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The way from page to page, and the settings, in the real window. */
@ExtendWith(ApplicationExtension.class)
class WindowPagesIT {

    @SuppressWarnings("NullAway.Init")
    private WindowViewModel window;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        window = WindowStates.window("04-rest", Language.ENGLISH);
        var shown = new WindowStage(stage, window);
        scene = shown.scene();
        shown.show();
    }

    @Test
    void everyPageOpensByKeyAndItsButtonSaysSo(FxRobot robot) {
        for (Page page : Page.values()) {
            press(robot, KeyCode.valueOf("DIGIT" + (page.ordinal() + 1)));
            assertThat(window.pageProperty().get()).isEqualTo(page);
            waitFor(() -> scene.lookup("#page-" + page.name().toLowerCase(java.util.Locale.ROOT))
                    .getPseudoClassStates()
                    .toString()
                    .contains("selected"));
        }
    }

    @Test
    void languageChangesAtOnceAndEverywhere(FxRobot robot) {
        robot.interact(() -> window.pageProperty().set(Page.SETTINGS));
        fire(robot, "#language-zh");
        waitFor(() -> "设置".equals(text("#page-settings")));
        robot.interact(() -> window.pageProperty().set(Page.PAY));
        waitFor(() -> "现在没有需要支付的订单".equals(text("#rest-title")));
    }

    @Test
    void themeAndScaleAreWornAtOnce(FxRobot robot) {
        robot.interact(() -> window.pageProperty().set(Page.SETTINGS));
        fire(robot, "#theme-high-contrast");
        waitFor(() -> scene.getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("contrast.css")));
        fire(robot, "#theme-light");
        waitFor(() -> scene.getStylesheets().stream().noneMatch(sheet -> sheet.endsWith("contrast.css")));
        assertThat(window.settings().themeProperty().get()).isEqualTo(Theme.LIGHT);
        double before = width("#page-settings");
        fire(robot, "#scale-150");
        waitFor(() -> Math.abs(width("#page-settings") - before * 1.5) < 2);
    }

    private void press(FxRobot robot, KeyCode digit) {
        robot.interact(() -> scene.getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", digit, false, true, false, false)));
    }

    private void fire(FxRobot robot, String id) {
        waitFor(() -> scene.lookup(id) != null);
        robot.interact(() -> ((javafx.scene.control.ButtonBase) scene.lookup(id)).fire());
    }

    private double width(String id) {
        Node node = scene.lookup(id);
        return node.localToScene(node.getBoundsInLocal()).getWidth();
    }

    private String text(String id) {
        return scene.lookup(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static void waitFor(Callable<Boolean> state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.asyncFx(state).get());
    }
}
