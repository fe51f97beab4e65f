package io.tetherkey.desktop.ui.window;

/** Takes a start link, from the browser or from the clipboard. */
@FunctionalInterface
public interface LinkReceiver {

    /** Judges the link and opens the order; what is wrong with it comes back as a notice. */
    void open(String link);
}
