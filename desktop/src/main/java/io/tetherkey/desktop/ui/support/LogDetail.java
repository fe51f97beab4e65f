package io.tetherkey.desktop.ui.support;

import java.util.Locale;

/** How much the log holds. Detailed is never remembered: after a restart it is normal again. */
public enum LogDetail {
    NORMAL,
    DETAILED;

    /** How its texts and its button are called. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
