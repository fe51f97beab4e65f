package io.tetherkey.desktop.app;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/** The contrast of a text against the backgrounds that lie behind it, as WCAG 2.2 reckons it: 1 to 21. */
final class Contrast {

    private Contrast() {}

    static double of(Text text) {
        Color behind = behind(text.getParent());
        return between(over(colour(text.getFill()), behind), behind);
    }

    static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** The backgrounds of {@code node} and all that holds it, seen from the front. */
    private static Color behind(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        Color far = behind(node.getParent());
        if (!(node instanceof Region region) || region.getBackground() == null) {
            return far;
        }
        List<BackgroundFill> fills = region.getBackground().getFills();
        return fills.isEmpty() ? far : over(colour(fills.getLast().getFill()), far);
    }

    private static Color colour(Paint paint) {
        return paint instanceof Color color ? color : Color.TRANSPARENT;
    }

    private static Color over(Color front, Color back) {
        double alpha = front.getOpacity();
        return Color.color(
                front.getRed() * alpha + back.getRed() * (1 - alpha),
                front.getGreen() * alpha + back.getGreen() * (1 - alpha),
                front.getBlue() * alpha + back.getBlue() * (1 - alpha));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
