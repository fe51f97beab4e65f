package io.tetherkey.desktop.app;

import io.tetherkey.protocol.typeface.ChineseTypeface;
import javafx.scene.Scene;

/** Draws a scene with the typeface that the project ships, so that it is the same on machines with other fonts. */
final class ShippedTypeface {

    private ShippedTypeface() {}

    /** Used on the UI thread. */
    static void dress(Scene scene) {
        scene.getStylesheets().add(ChineseTypeface.stylesheet(".root, .code"));
    }
}
