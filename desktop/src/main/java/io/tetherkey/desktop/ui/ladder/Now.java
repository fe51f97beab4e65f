package io.tetherkey.desktop.ui.ladder;

import java.util.Locale;

/** The one thing that the user must do now, or what is being done meanwhile. */
public enum Now {
    NOTHING(false),
    PLUG_IN(true),
    GREETING(false),
    RECONNECTING(false),
    UNLOCK(true),
    TRUST(true),
    CHOOSE_BANK(true),
    CALLING_BANK(false),
    PHONE_WORKS(false),
    BANK_CHECKS_LOGIN(false),
    ENTER_KEY(true),
    KEY_WRONG(true),
    BANK_CHECKS_KEY(false),
    APPROVE(true),
    FINISHING(false),
    ALREADY_CONFIRMED(false),
    BANK_AWAY(true),
    CANCELLING(false),
    CHECKING(false);

    private final boolean yours;

    Now(boolean yours) {
        this.yours = yours;
    }

    /** Whether it is the user's turn. */
    public boolean yours() {
        return yours;
    }

    /** The key of its text. */
    public String key() {
        return "now." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
