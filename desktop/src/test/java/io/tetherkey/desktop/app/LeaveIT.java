package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Language;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window is closed in the middle of a payment. */
@ExtendWith(ApplicationExtension.class)
class LeaveIT {

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        new WindowStage(stage, WindowStates.window("12-approve", Language.ENGLISH)).show();
    }

    private void close(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(() -> ((Button) node(id)).fire());
    }

    @Test
    void whoClosesIsAskedAndMayStay(FxRobot robot) {
        close(robot);
        assertThat(stage.isShowing()).isTrue();
        assertThat(node("#leave-question").isVisible()).isTrue();
        assertThat(((Labeled) node("#leave-title")).getText())
                .isEqualTo("Close TetherKey? A payment is still in progress.");
        assertThat(stage.getScene().getFocusOwner()).isSameAs(node("#leave-stay"));
        fire(robot, "#leave-stay");
        assertThat(stage.isShowing()).isTrue();
        assertThat(node("#leave-question").isVisible()).isFalse();
    }

    @Test
    void whoMeansItLeaves(FxRobot robot) {
        close(robot);
        fire(robot, "#leave-go");
        assertThat(stage.isShowing()).isFalse();
    }

    @Test
    void whoClosesTwiceIsNotAskedTwice(FxRobot robot) {
        close(robot);
        close(robot);
        assertThat(stage.isShowing()).isFalse();
    }
}
