package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Draws a scene with the typeface that the project ships, so that it is the same on machines with other fonts. */
final class ShippedTypeface {

    private static final double ANY_SIZE = 16;

    private static final class Loaded {
        static final String STYLESHEET = load();
    }

    private ShippedTypeface() {}

    /** Used on the UI thread. */
    static void dress(Scene scene) {
        scene.getStylesheets().add(Loaded.STYLESHEET);
    }

    private static String load() {
        try (InputStream regular = ChineseTypeface.open();
                InputStream bold = ChineseTypeface.openBold()) {
            Objects.requireNonNull(Font.loadFont(regular, ANY_SIZE));
            Objects.requireNonNull(Font.loadFont(bold, ANY_SIZE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String rule = ".root, .code { -fx-font-family: \"" + ChineseTypeface.FAMILY + "\"; }";
        return "data:text/css," + URLEncoder.encode(rule, UTF_8).replace("+", "%20");
    }
}
