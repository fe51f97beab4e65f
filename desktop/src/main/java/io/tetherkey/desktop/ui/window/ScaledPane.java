package io.tetherkey.desktop.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Draws its content larger by a factor, as vectors. Where the window is too small for the content at that size, it can
 * be scrolled.
 */
public final class ScaledPane extends Region {

    private final ScrollPane frame;
    private final Scale scale = new Scale(1, 1, 0, 0);

    /** @param percent 100 is the content's own size */
    public ScaledPane(Region content, ObservableValue<Integer> percent) {
        this.frame = new ScrollPane(content);
        frame.setFitToWidth(true);
        frame.setFitToHeight(true);
        frame.setFocusTraversable(false);
        frame.getStyleClass().add("window-frame");
        frame.getTransforms().add(scale);
        getChildren().add(frame);
        percent.subscribe(now -> {
            scale.setX(now / 100.0);
            scale.setY(now / 100.0);
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        frame.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
