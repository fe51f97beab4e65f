package io.tetherkey.desktop.ui;

/** How a thing stands; a view shows it by icon and word as well as by colour. */
public enum Tone {
    QUIET,
    WORKING,
    YOUR_TURN,
    GOOD,
    BAD
}
