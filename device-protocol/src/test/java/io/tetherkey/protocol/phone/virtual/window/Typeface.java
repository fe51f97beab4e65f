package io.tetherkey.protocol.phone.virtual.window;

import io.tetherkey.protocol.typeface.ChineseTypeface;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** What a computer draws a window with: its own typeface where it has a Chinese one, else that of the project. */
enum Typeface {
    SYSTEM {
        @Override
        String stylesheet() {
            String rule = ".root { -fx-font-family: \"" + Font.getDefault().getFamily() + "\"; }";
            return "data:text/css,"
                    + URLEncoder.encode(rule, StandardCharsets.UTF_8).replace("+", "%20");
        }
    },
    SHIPPED {
        @Override
        String stylesheet() {
            return ChineseTypeface.stylesheet();
        }
    };

    abstract String stylesheet();

    /** Draws the scene with this typeface alone; used on the JavaFX thread. */
    void dress(Scene scene) {
        List<String> sheets = scene.getStylesheets();
        for (Typeface other : values()) {
            sheets.remove(other.stylesheet());
        }
        sheets.add(stylesheet());
    }
}
