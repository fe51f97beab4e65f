package io.tetherkey.desktop.ui.support;

import java.util.Locale;

/** The parts of the diagnosis page; one is looked at at a time. */
public enum SupportSection {
    /** From the cable to the bank. */
    LADDER,
    MESSAGES,
    SELF_TEST,
    REPORT,
    FILES;

    /** How its texts and its button are called. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
