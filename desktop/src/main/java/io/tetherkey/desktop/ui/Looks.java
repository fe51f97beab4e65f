package io.tetherkey.desktop.ui;

import java.util.List;

/**
 * How the user wants the window to be.
 *
 * @param still no movement on the screen, whatever the system says
 * @param scale size of everything in percent, one of {@link #SCALES}
 */
public record Looks(Language language, Theme theme, boolean still, int scale) {

    /** The sizes that can be chosen, in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 200, 300);

    /** @throws IllegalArgumentException if the scale cannot be chosen */
    public Looks {
        if (!SCALES.contains(scale)) {
            throw new IllegalArgumentException("no such scale: " + scale);
        }
    }

    /** What a first start wears. */
    public static Looks first(Language language) {
        return new Looks(language, Theme.SYSTEM, false, SCALES.getFirst());
    }
}
