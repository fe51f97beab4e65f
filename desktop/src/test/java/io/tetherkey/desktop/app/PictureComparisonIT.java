package io.tetherkey.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.Language;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The comparison sees in the real window what a person would miss, and not how its edges are smoothed. */
@ExtendWith(ApplicationExtension.class)
class PictureComparisonIT {

    private final FxRobot robot = new FxRobot();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeEach
    void open() {
        robot.interact(() -> {
            stage = new Stage();
            var shown = new WindowStage(stage, WindowStates.window("08-order-filled", Language.ENGLISH));
            ShippedTypeface.dress(shown.scene());
            shown.show();
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::close);
    }

    @Test
    void sameWindowIsTheSame() {
        assertThat(after(root -> {}).same()).isTrue();
    }

    @Test
    void windowThatIsDrawnBetweenThePixelsIsTheSame() {
        assertThat(after(root -> root.setTranslateX(0.4)).same()).isTrue();
        assertThat(after(root -> root.setTranslateY(0.4)).same()).isTrue();
    }

    @Test
    void movedButtonDiffers() {
        assertThat(after(root -> node(root, "#pay").setTranslateX(8)).same()).isFalse();
    }

    @Test
    void missingButtonDiffers() {
        assertThat(after(root -> node(root, "#cancel-order").setVisible(false)).same())
                .isFalse();
    }

    @Test
    void textThatSlippedDiffers() {
        assertThat(after(root -> node(root, "#attempts-jade").setTranslateY(7)).same())
                .isFalse();
    }

    @Test
    void missingIconDiffers() {
        assertThat(after(root -> node(root, ".note-icon").setVisible(false)).same())
                .isFalse();
    }

    private static Node node(Parent root, String selector) {
        return root.lookupAll(selector).iterator().next();
    }

    private PictureComparison after(Consumer<Parent> change) {
        LuminanceGrid before = grid(stage.getScene());
        robot.interact(() -> change.accept(stage.getScene().getRoot()));
        return PictureComparison.of(before, grid(stage.getScene()));
    }

    private LuminanceGrid grid(Scene scene) {
        BufferedImage[] picture = new BufferedImage[1];
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            picture[0] = WindowShot.of(scene);
        });
        return LuminanceGrid.of(picture[0]);
    }
}
