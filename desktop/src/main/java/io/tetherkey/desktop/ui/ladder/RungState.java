package io.tetherkey.desktop.ui.ladder;

import java.util.Locale;

/** How a step stands. */
public enum RungState {
    NOT_STARTED,
    WORKING,
    WAITING_FOR_YOU,
    /** The user has answered on the phone; yes or no is not known before the bank has opened the answer. */
    ANSWERED,
    DONE,
    DECLINED,
    FAILED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
