package io.tetherkey.desktop.app;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** Waits until the window has really been painted. Used on the UI thread only. */
final class FirstFrame {

    private FirstFrame() {}

    /**
     * Calls {@code then} once a frame of {@code scene} is painted. The frame's drawing is handed to the drawing thread
     * right after its layout, and that thread takes one thing after the other: so a picture asked of it afterwards is
     * there only when the frame is.
     */
    static void whenPainted(Scene scene, Runnable then) {
        var over = new AtomicBoolean();
        scene.addPostLayoutPulseListener(() -> {
            if (over.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    new Region().snapshot(null, new WritableImage(1, 1));
                    then.run();
                });
            }
        });
    }
}
