package io.tetherkey.desktop.ui.window;

/** What the middle of the window shows. */
public enum Screen {
    /** No directory of banks can be used, so nothing can be paid. */
    NO_DIRECTORY,
    /** Nothing to pay. */
    REST,
    /** An order, the choice of bank and the login form. */
    ORDER,
    /** A payment under way. */
    UNDER_WAY,
    /** How it ended. */
    RESULT,
    /** A login that a bank's page asked for, from the question to the result. */
    LOGIN
}
