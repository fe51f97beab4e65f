package io.tetherkey.desktop.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;

/** Where the window was and how large, in pixels of the screen's own scale. */
record WindowPlace(int x, int y, int width, int height) {

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,6}),(-?[0-9]{1,6}),([0-9]{1,6}),([0-9]{1,6})");
    /** So much of the title bar must be on a screen for a hand to reach it. */
    private static final int LEAST_GRIP = 160;

    private static final int TITLE_BAR = 24;

    String text() {
        return x + "," + y + "," + width + "," + height;
    }

    static Optional<WindowPlace> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new WindowPlace(part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4)))
                : Optional.empty();
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Whether the window could be reached there: its size fits and its title bar lies on one of {@code screens}. */
    boolean isOn(List<Rectangle2D> screens) {
        return screens.stream().anyMatch(screen -> {
            double left = Math.max(x, screen.getMinX());
            double right = Math.min((double) x + width, screen.getMaxX());
            return right - left >= Math.min(LEAST_GRIP, width)
                    && y >= screen.getMinY()
                    && y + TITLE_BAR <= screen.getMaxY()
                    && width <= screen.getWidth()
                    && height <= screen.getHeight();
        });
    }
}
