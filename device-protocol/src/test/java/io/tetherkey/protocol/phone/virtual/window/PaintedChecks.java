package io.tetherkey.protocol.phone.virtual.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/** What must hold for everything that the phone's window paints. */
final class PaintedChecks {
    /** WCAG 2.2, 1.4.3. */
    private static final double LEAST = 4.5;

    private static final double ROUNDING = 1.5;

    private PaintedChecks() {}

    /** Every text is painted whole, inside what holds it. */
    static void assertNothingIsCut(Node root, String state) {
        List<String> cut = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node instanceof Labeled label && label.lookup(".text") instanceof Text painted) {
                if (isSaid(label.getText()) && !painted.getText().equals(label.getText())) {
                    cut.add(label.getText());
                }
            }
        }
        assertThat(cut).as(state).isEmpty();
    }

    /** The phone's screen needs no more height than the glass has for it. */
    static void assertFits(Region screen, String state) {
        double room = ((Region) screen.getParent()).getHeight();
        assertThat(screen.minHeight(screen.getWidth())).as(state).isLessThanOrEqualTo(room + ROUNDING);
    }

    /** Nothing lies outside the glass, except what scrolls. */
    static void assertInside(Node glass, String state) {
        Bounds frame = glass.localToScene(glass.getLayoutBounds());
        List<String> outside = new ArrayList<>();
        for (Node node : shown(glass)) {
            Bounds own = node.localToScene(node.getLayoutBounds());
            boolean fits = own.getMinX() >= frame.getMinX() - ROUNDING
                    && own.getMaxX() <= frame.getMaxX() + ROUNDING
                    && own.getMinY() >= frame.getMinY() - ROUNDING
                    && own.getMaxY() <= frame.getMaxY() + ROUNDING;
            if (node instanceof Labeled label && !fits && !scrolls(node)) {
                outside.add(label.getText());
            }
        }
        assertThat(outside).as(state).isEmpty();
    }

    /** Whatever the keyboard reaches tells its name and what it does. */
    static void assertControlsSpeak(Node root, String state) {
        List<String> silent = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node.isFocusTraversable() && !node.isDisabled() && !(node instanceof ScrollPane)) {
                boolean named =
                        isSaid(node.getAccessibleText()) || (node instanceof Labeled label && isSaid(label.getText()));
                if (!named || !isSaid(node.getAccessibleHelp()) || !isSaid(node.getId())) {
                    silent.add(node.toString());
                }
            }
        }
        assertThat(silent).as(state).isEmpty();
    }

    static void assertContrast(Node root, String state) {
        List<String> faint = new ArrayList<>();
        for (Node node : shown(root)) {
            if (node instanceof Text text && !text.getText().isBlank() && !text.isDisabled()) {
                Color behind = behind(text.getParent());
                double ratio = between(over(colour(text.getFill()), behind), behind);
                if (ratio < LEAST) {
                    faint.add("%s %.2f".formatted(text.getText(), ratio));
                }
            }
        }
        assertThat(faint).as(state).isEmpty();
    }

    /** Everything that can be seen, from the root on. */
    static List<Node> shown(Node root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (node.isVisible()) {
            nodes.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
            }
        }
    }

    private static boolean scrolls(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

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
        return back.interpolate(front.deriveColor(0, 1, 1, 1 / Math.max(front.getOpacity(), 1e-9)), front.getOpacity());
    }

    private static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
