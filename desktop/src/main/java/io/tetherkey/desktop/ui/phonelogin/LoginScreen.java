package io.tetherkey.desktop.ui.phonelogin;

/** What the sheet of a login shows. */
public enum LoginScreen {
    /** Nothing: nobody wants to log in. */
    NONE,
    /** Whether it goes on. */
    QUESTION,
    /** User name and password. */
    FORM,
    UNDER_WAY,
    RESULT
}
