package io.tetherkey.desktop.app;

import io.tetherkey.desktop.ui.window.AppIcon;
import io.tetherkey.desktop.ui.window.LeaveViewModel;
import io.tetherkey.desktop.ui.window.ScaledPane;
import io.tetherkey.desktop.ui.window.WindowView;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the screen: its stage, its looks, its place and its coming to front. Used on the UI thread only. */
public final class WindowStage {

    private static final double WIDTH = 1120;
    private static final double HEIGHT = 740;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 600;
    /** What the virtual phone's window takes at the right edge of the screen. */
    private static final double PHONE_ROOM = 712;

    private final Stage stage;
    private final WindowViewModel window;
    private Runnable end = () -> {};
    /** Hidden, and the icon in the tray is there to bring it back. */
    private boolean inTray;

    /** Builds the window on {@code stage} without showing it. */
    public WindowStage(Stage stage, WindowViewModel window) {
        this(stage, window, Optional.empty());
    }

    /** @param last where the window was; not used if no screen is there any more */
    WindowStage(Stage stage, WindowViewModel window, Optional<WindowPlace> last) {
        this.stage = stage;
        this.window = window;
        var view = new WindowView(window);
        var scene = new Scene(new ScaledPane(view, window.settings().scaleProperty()), WIDTH, HEIGHT);
        stage.getIcons().setAll(AppIcon.all());
        stage.titleProperty().bind(window.texts().bind("app.name"));
        ChineseTypeface.stylesheetIfNeeded().ifPresent(scene.getStylesheets()::add);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        decideAtClosing(window.leaving());
        new Wardrobe(scene, window.settings().themeProperty());
        window.settings().systemStillProperty().bind(Platform.getPreferences().reducedMotionProperty());
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Optional<WindowPlace> reachable = last.filter(place -> place.isOn(screens));
        if (reachable.isPresent()) {
            moveTo(reachable.get());
        } else if (window.trust().demo()) {
            leaveRoomForThePhone();
        }
    }

    /** Nothing is left by a window that goes into the tray, so nothing is asked then. */
    private void decideAtClosing(LeaveViewModel leaving) {
        leaving.onLeave(this::leave);
        stage.setOnCloseRequest(event -> {
            event.consume();
            switch (window.settings().behaviour().closesTo()) {
                case QUIT -> quit();
                case TRAY -> hideInTray();
            }
        });
        stage.setOnHidden(event -> {
            if (!inTray) {
                end.run();
            }
        });
    }

    /** @param end called when the window is gone for good */
    void onEnd(Runnable end) {
        this.end = end;
    }

    /** Who leaves while something is under way is asked once, in the window, so it has to be seen. */
    void quit() {
        if (window.leaving().mayClose()) {
            leave();
        } else {
            toFront();
        }
    }

    private void leave() {
        if (inTray) {
            inTray = false;
            end.run();
        } else {
            stage.close();
        }
    }

    /** Hides the window; the tray's icon stays. */
    void hideInTray() {
        inTray = true;
        stage.hide();
    }

    /** A window that nobody could find any more comes back to the task bar; any other stays as it is. */
    void leaveTray() {
        if (inTray) {
            inTray = false;
            showMinimized();
        }
    }

    boolean isInTray() {
        return inTray;
    }

    boolean isMinimized() {
        return stage.isShowing() && stage.isIconified();
    }

    private void moveTo(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
        stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
    }

    /** Where the window is; empty while it is minimized, maximized or not on a screen. */
    Optional<WindowPlace> place() {
        return stage.isIconified() || stage.isMaximized() || Double.isNaN(stage.getX())
                ? Optional.empty()
                : Optional.of(new WindowPlace(
                        (int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight()));
    }

    /** In the demo the phone is a window too, and both want to be seen at once. */
    private void leaveRoomForThePhone() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double middle = screen.getMinX() + (screen.getWidth() - WIDTH) / 2;
        double besideThePhone = screen.getMaxX() - PHONE_ROOM - WIDTH;
        stage.setX(Math.max(screen.getMinX(), Math.min(middle, besideThePhone)));
        stage.setY(Math.max(screen.getMinY(), screen.getMinY() + (screen.getHeight() - HEIGHT) / 2));
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void show() {
        stage.show();
    }

    /** Shows only its place in the task bar. */
    void showMinimized() {
        stage.setIconified(true);
        stage.show();
    }

    /** Follows whether the user can see the window and works in it. */
    void bindInFront(Property<Boolean> inFront) {
        inFront.bind(seen().flatMap(seen -> stage.focusedProperty().map(focused -> focused && seen)));
    }

    /** @param listener told now and at each change whether the window is on the screen, neither hidden nor minimized */
    void whenSeen(Consumer<Boolean> listener) {
        seen().subscribe(listener);
    }

    private ObservableValue<Boolean> seen() {
        return stage.showingProperty()
                .flatMap(showing -> stage.iconifiedProperty().map(minimized -> showing && !minimized));
    }

    /** Brings the window before all others, also from the task bar. */
    public void toFront() {
        inTray = false;
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
