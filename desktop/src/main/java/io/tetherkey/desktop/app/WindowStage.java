package io.tetherkey.desktop.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.tetherkey.desktop.ui.Theme;
import io.tetherkey.desktop.ui.window.WindowView;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the screen: its stage, its looks and its coming to front. Used on the UI thread only. */
public final class WindowStage {

    private static final double WIDTH = 1120;
    private static final double HEIGHT = 740;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 600;
    /** What the virtual phone's window takes at the right edge of the screen. */
    private static final double PHONE_ROOM = 712;

    private final Stage stage;

    /** Builds the window on {@code stage} without showing it. */
    public WindowStage(Stage stage, WindowViewModel window) {
        this.stage = stage;
        window.themeProperty().subscribe(WindowStage::wear);
        stage.titleProperty().bind(window.texts().bind("app.name"));
        stage.setScene(new Scene(new WindowView(window), WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (window.trust() instanceof WindowViewModel.Trust.Listed listed && listed.demo()) {
            leaveRoomForThePhone();
        }
    }

    /** In the demo the phone is a window too, and both want to be seen at once. */
    private void leaveRoomForThePhone() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double middle = screen.getMinX() + (screen.getWidth() - WIDTH) / 2;
        double besideThePhone = screen.getMaxX() - PHONE_ROOM - WIDTH;
        stage.setX(Math.max(screen.getMinX(), Math.min(middle, besideThePhone)));
        stage.setY(Math.max(screen.getMinY(), screen.getMinY() + (screen.getHeight() - HEIGHT) / 2));
    }

    private static void wear(Theme theme) {
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void show() {
        stage.show();
    }

    /** Brings the window before all others, also from the task bar. */
    public void toFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
