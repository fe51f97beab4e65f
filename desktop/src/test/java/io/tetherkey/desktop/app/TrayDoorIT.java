package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.ui.DirectRunner;
import io.tetherkey.desktop.ui.Language;
import io.tetherkey.desktop.ui.settings.Closing;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window goes into a tray that this test plays, and comes out again. */
@ExtendWith(ApplicationExtension.class)
class TrayDoorIT {

    private final AtomicInteger ends = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private WindowViewModel window;

    @SuppressWarnings("NullAway.Init")
    private WindowStage shown;

    @SuppressWarnings("NullAway.Init")
    private TrayDoor door;

    @Start
    void start(Stage made) {
        stage = made;
    }

    private void open(FxRobot robot, String state, Opening.Appearance appearance) {
        robot.interact(() -> {
            window = WindowStates.window(state, Language.ENGLISH);
            shown = new WindowStage(stage, window);
            shown.onEnd(ends::incrementAndGet);
            shown.bindInFront(window.attention().inFrontProperty());
            door = new TrayDoor(shown, window, appearance, new DirectRunner());
            switch (appearance) {
                case SHOWN -> shown.show();
                case MINIMIZED -> shown.showMinimized();
            }
        });
    }

    private void stayInTray(FxRobot robot) {
        robot.interact(() -> {
            door.presence(Tray.Presence.SHOWN);
            window.settings().behaviour().closingProperty().set(Closing.TRAY);
        });
    }

    private void close(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void closedWindowStaysInTheTrayAndAClickRaisesIt(FxRobot robot) {
        open(robot, "12-approve", Opening.Appearance.SHOWN);
        stayInTray(robot);
        close(robot);
        assertThat(stage.isShowing()).isFalse();
        assertThat(window.attention().inFrontProperty().get()).isFalse();
        assertThat(ends).hasValue(0);
        robot.interact(door::open);
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.isIconified()).isFalse();
        assertThat(window.leaving().questionProperty().get().name()).isEqualTo("NONE");
    }

    @Test
    void quitFromTheMenuEndsTheHiddenApp(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.SHOWN);
        stayInTray(robot);
        close(robot);
        robot.interact(door::quit);
        assertThat(ends).hasValue(1);
    }

    @Test
    void quitFromTheMenuEndsTheShownApp(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.SHOWN);
        stayInTray(robot);
        robot.interact(door::quit);
        assertThat(stage.isShowing()).isFalse();
        assertThat(ends).hasValue(1);
    }

    @Test
    void quitInAPaymentShowsTheQuestion(FxRobot robot) {
        open(robot, "12-approve", Opening.Appearance.SHOWN);
        stayInTray(robot);
        close(robot);
        robot.interact(door::quit);
        assertThat(stage.isShowing()).isTrue();
        assertThat(ends).hasValue(0);
        Node question = stage.getScene().lookup("#leave-question");
        assertThat(question.isVisible()).isTrue();
        robot.interact(door::quit);
        assertThat(ends).hasValue(1);
    }

    @Test
    void withoutATrayTheClosedWindowEndsTheApp(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.SHOWN);
        stayInTray(robot);
        robot.interact(() -> door.presence(Tray.Presence.ABSENT));
        close(robot);
        assertThat(ends).hasValue(1);
    }

    @Test
    void windowWhoseTrayIsLostComesBackMinimizedUntilThereIsOneAgain(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.SHOWN);
        stayInTray(robot);
        close(robot);
        robot.interact(() -> door.presence(Tray.Presence.ABSENT));
        assertThat(shown.isMinimized()).isTrue();
        robot.interact(() -> door.presence(Tray.Presence.SHOWN));
        assertThat(stage.isShowing()).isFalse();
        assertThat(ends).hasValue(0);
    }

    @Test
    void startWithTheSessionWaitsInTheTrayWhenItComes(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.MINIMIZED);
        robot.interact(() -> door.presence(Tray.Presence.ABSENT));
        assertThat(shown.isMinimized()).isTrue();
        robot.interact(() -> door.presence(Tray.Presence.SHOWN));
        assertThat(stage.isShowing()).isFalse();
        assertThat(ends).hasValue(0);
    }

    @Test
    void windowThatWasLookedAtIsNotHiddenByATray(FxRobot robot) {
        open(robot, "04-rest", Opening.Appearance.MINIMIZED);
        robot.interact(shown::toFront);
        robot.interact(() -> door.presence(Tray.Presence.SHOWN));
        assertThat(stage.isShowing()).isTrue();
    }
}
