package io.tetherkey.protocol.phone.virtual.window;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/**
 * How large the window is: from 50 to 300 % of its design, never larger than the screen. The phone in it follows the
 * window, so that dragging its edge does the same.
 */
final class WindowSize {
    private static final double STEP = 1.25;
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 3;

    /** What a title bar and a task bar take of the screen's height, where the system does not tell. */
    private static final double FRAME = 40;

    private final Stage stage;

    WindowSize(Stage stage) {
        this.stage = stage;
    }

    void larger() {
        resize(factor() * STEP);
    }

    void smaller() {
        resize(factor() / STEP);
    }

    /** As large as designed, or as the screen allows. */
    double start(Rectangle2D screen) {
        return Math.clamp(
                Math.min(
                        (screen.getHeight() - FRAME) / PhonePane.DESIGN_HEIGHT,
                        screen.getWidth() / PhonePane.DESIGN_WIDTH),
                SMALLEST,
                1);
    }

    void listenTo(Scene scene) {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN), this::larger);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN), this::larger);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN), this::smaller);
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN), () -> resize(1));
    }

    private double factor() {
        return stage.getScene().getHeight() / PhonePane.DESIGN_HEIGHT;
    }

    private void resize(double wanted) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        double frameHigh = stage.getHeight() - stage.getScene().getHeight();
        double frameWide = stage.getWidth() - stage.getScene().getWidth();
        double fits = Math.min(
                (screen.getHeight() - frameHigh) / PhonePane.DESIGN_HEIGHT,
                (screen.getWidth() - frameWide) / PhonePane.DESIGN_WIDTH);
        double factor = Math.clamp(Math.min(wanted, fits), SMALLEST, LARGEST);
        stage.setWidth(factor * PhonePane.DESIGN_WIDTH + frameWide);
        stage.setHeight(factor * PhonePane.DESIGN_HEIGHT + frameHigh);
        stage.setX(Math.clamp(
                stage.getX(), screen.getMinX(), Math.max(screen.getMinX(), screen.getMaxX() - stage.getWidth())));
        stage.setY(Math.clamp(
                stage.getY(), screen.getMinY(), Math.max(screen.getMinY(), screen.getMaxY() - stage.getHeight())));
    }
}
