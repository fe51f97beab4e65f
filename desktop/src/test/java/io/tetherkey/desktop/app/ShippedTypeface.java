package io.tetherkey.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.net.URLEncoder;
import javafx.scene.Scene;

/** Draws a scene with the typeface that the project ships, so that it is the same on machines with other fonts. */
final class ShippedTypeface {

    private static final String CODE = "data:text/css,"
            + URLEncoder.encode(".code { -fx-font-family: \"" + ChineseTypeface.FAMILY + "\"; }", UTF_8)
                    .replace("+", "%20");

    private ShippedTypeface() {}

    /** Used on the UI thread. */
    static void dress(Scene scene) {
        scene.getStylesheets().addAll(ChineseTypeface.stylesheet(), CODE);
    }
}
