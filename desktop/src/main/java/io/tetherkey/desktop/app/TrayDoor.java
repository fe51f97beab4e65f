package io.tetherkey.desktop.app;

import io.tetherkey.desktop.notice.Pixels;
import io.tetherkey.desktop.notice.Tray;
import io.tetherkey.desktop.ui.TaskRunner;
import io.tetherkey.desktop.ui.Texts;
import io.tetherkey.desktop.ui.settings.BehaviourViewModel;
import io.tetherkey.desktop.ui.window.AppIcon;
import io.tetherkey.desktop.ui.window.WindowViewModel;
import java.nio.ByteBuffer;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Leads the window into the tray and out again. The tray speaks on threads of its own, all else is on the UI thread. */
final class TrayDoor implements Tray.Listener, AutoCloseable {

    private final WindowStage stage;
    private final WindowViewModel window;
    private final TaskRunner runner;
    private Tray tray = Tray.none();
    /** The user has not seen the window since it was started with the session, or since the tray was lost. */
    private boolean outOfSight;

    TrayDoor(WindowStage stage, WindowViewModel window, Opening.Appearance appearance, TaskRunner runner) {
        this.stage = stage;
        this.window = window;
        this.runner = runner;
        this.outOfSight = appearance == Opening.Appearance.MINIMIZED;
        stage.whenSeen(seen -> outOfSight &= !seen);
    }

    /** Looks for a tray from now on; its icon follows the language. */
    void look(Map<String, String> environment) {
        tray = SystemNotices.tray(
                environment, AppIcon.small().stream().map(TrayDoor::pixels).toList(), this);
        Texts texts = window.texts();
        texts.onLanguage(
                () -> tray.show(new Tray.Words(texts.get("app.name"), texts.get("tray.open"), texts.get("tray.quit"))));
    }

    private static Pixels pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] colours = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        ByteBuffer argb = ByteBuffer.allocate(colours.length * Integer.BYTES);
        argb.asIntBuffer().put(colours);
        return new Pixels(width, height, argb.array());
    }

    @Override
    public void presence(Tray.Presence now) {
        runner.onUi(() -> {
            BehaviourViewModel behaviour = window.settings().behaviour();
            behaviour.show(now);
            if (now != Tray.Presence.SHOWN) {
                outOfSight |= stage.isInTray();
                stage.leaveTray();
            } else if (outOfSight && stage.isMinimized()) {
                stage.hideInTray();
            }
        });
    }

    @Override
    public void open() {
        runner.onUi(stage::toFront);
    }

    @Override
    public void quit() {
        runner.onUi(stage::quit);
    }

    @Override
    public void close() {
        tray.close();
    }
}
