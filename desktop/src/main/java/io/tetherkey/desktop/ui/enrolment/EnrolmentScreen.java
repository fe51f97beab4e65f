package io.tetherkey.desktop.ui.enrolment;

/** What the page shows. */
public enum EnrolmentScreen {
    FORM,
    UNDER_WAY,
    RESULT
}
