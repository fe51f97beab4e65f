package io.tetherkey.desktop.ui.settings;

/** How the window is drawn. */
public enum Drawing {
    /** By the graphics card, where there is one. */
    AS_USUAL,
    /** Without it, because the last start painted nothing. */
    SAFE,
    /** Without it still, but the next start tries it again. */
    USUAL_NEXT
}
