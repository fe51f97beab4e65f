package io.tetherkey.protocol.typeface;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A sans-serif with all signs of GB 2312, regular and bold, for a system that has no Chinese font.
 *
 * <p>Used on the JavaFX thread, except {@link #open()} and {@link #openBold()}, which any thread may call.
 */
public final class ChineseTypeface {

    /** Its family name. */
    public static final String FAMILY = "TetherKey Sans SC";

    private static final String FILE = "TetherKeySansSC.ttf";
    private static final String BOLD = "TetherKeySansSC-Bold.ttf";
    private static final double ANY_SIZE = 16;

    private static final class Loaded {
        static final Font REGULAR = loadBoth();
    }

    private ChineseTypeface() {}

    /**
     * The address of a stylesheet that draws a scene with this typeface; empty where the system can draw Chinese, and
     * then nothing is loaded.
     */
    public static Optional<String> stylesheetIfNeeded() {
        return canDrawChinese(Font.getDefault()) ? Optional.empty() : Optional.of(stylesheet(".root"));
    }

    /** The same without asking the system, for what {@code selector} matches; loads the typeface if it is not loaded. */
    public static String stylesheet(String selector) {
        load();
        String rule = selector + " { -fx-font-family: \"" + FAMILY + "\"; }";
        return "data:text/css,"
                + URLEncoder.encode(rule, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Loads both weights into JavaFX, once; later calls find them loaded. */
    static Font load() {
        return Loaded.REGULAR;
    }

    private static Font loadBoth() {
        try (InputStream regular = open();
                InputStream bold = openBold()) {
            Objects.requireNonNull(Font.loadFont(bold, ANY_SIZE), BOLD);
            return Objects.requireNonNull(Font.loadFont(regular, ANY_SIZE), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file is part of this installation; any thread may ask. */
    public static boolean isThere() {
        return ChineseTypeface.class.getResource(FILE) != null;
    }

    /** The TrueType file of the regular weight; the caller closes it. */
    public static InputStream open() {
        return file(FILE);
    }

    /** The TrueType file of the bold weight; the caller closes it. */
    public static InputStream openBold() {
        return file(BOLD);
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(ChineseTypeface.class.getResourceAsStream(name), name);
    }

    /** Two signs that a font lacks are drawn by the same box; two that it has differ. */
    static boolean canDrawChinese(Font font) {
        return !outline("永", font).equals(outline("国", font));
    }

    /** The outline of {@code text} in words, so that outlines can be compared. */
    static String outline(String text, Font font) {
        Text drawn = new Text(text);
        drawn.setFont(font);
        return ((Path) Shape.union(drawn, new Rectangle(0, 0))).getElements().toString();
    }
}
