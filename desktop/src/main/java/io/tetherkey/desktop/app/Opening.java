package io.tetherkey.desktop.app;

import io.tetherkey.desktop.autostart.Autostart;
import io.tetherkey.desktop.relay.PageOpener;

/**
 * How a run begins.
 *
 * @param link opened once the window is painted; empty for none
 * @param browser opens the pages that a login ends on
 * @param safeStart how to draw, and who is told of the first frame
 */
record Opening(String link, Appearance appearance, PageOpener browser, SafeStart safeStart, Autostart autostart) {

    /** What is seen of the window at first. */
    enum Appearance {
        SHOWN,
        /** Only its place in the task bar, or only the icon if there is a tray: it was started with the session. */
        MINIMIZED
    }
}
