package io.tetherkey.protocol.phone.virtual.window;

import javafx.scene.control.ScrollPane;

/** Moves a scrolled text by lengths instead of by parts of the whole. */
final class Scrolling {
    /** So much of a page is new after one step; the rest is seen twice, so that no line is missed. */
    private static final double PAGE = 0.8;

    /** Half a unit, for sizes that are rounded to whole pixels. */
    private static final double ROUNDING = 0.5;

    private Scrolling() {}

    /** @return true: the key was for the text, even where it is at its end */
    static boolean by(ScrollPane pane, double units) {
        double hidden = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        if (hidden > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + units / hidden, 0, pane.getVmax()));
        }
        return true;
    }

    static boolean byPages(ScrollPane pane, int pages) {
        return by(pane, pages * PAGE * pane.getViewportBounds().getHeight());
    }

    /** Whether the last line is in view, once there is a layout. */
    static boolean isAtEnd(ScrollPane pane) {
        double seen = pane.getViewportBounds().getHeight();
        double whole = pane.getContent().getLayoutBounds().getHeight();
        boolean fits = whole <= seen + ROUNDING;
        boolean atEnd = pane.getVvalue() >= pane.getVmax() - ROUNDING / Math.max(whole - seen, 1);
        return seen > 0 && whole > 0 && (fits || atEnd);
    }
}
