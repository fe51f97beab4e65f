package io.tetherkey.desktop.ui.window;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** The app's icon, drawn in {@code packaging/icons/tetherkey.svg}: a phone whose cable is a key. */
public final class AppIcon {

    /** For title bars, task bars and switchers at any scale. */
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private static final List<Integer> TRAY_SIZES = List.of(16, 24, 32, 48);

    private static final int SHARP = 128;

    private AppIcon() {}

    /** In all sizes, for a stage to choose from. */
    public static List<Image> all() {
        return SIZES.stream().map(AppIcon::image).toList();
    }

    /** In the sizes of a tray at usual and at double scale. */
    public static List<Image> small() {
        return TRAY_SIZES.stream().map(AppIcon::image).toList();
    }

    /** A small mark beside the app's name; the name says it all to who listens. */
    static ImageView mark(double size) {
        ImageView mark = new ImageView(image(SHARP));
        mark.setFitWidth(size);
        mark.setFitHeight(size);
        mark.setSmooth(true);
        return mark;
    }

    private static Image image(int size) {
        String name = "icon-" + size + ".png";
        return new Image(
                Objects.requireNonNull(AppIcon.class.getResource(name), name).toExternalForm());
    }
}
