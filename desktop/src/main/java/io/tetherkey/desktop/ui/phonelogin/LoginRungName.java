package io.tetherkey.desktop.ui.phonelogin;

import java.util.Locale;

/** The named steps of a login, in order. */
enum LoginRungName {
    PHONE,
    BANK,
    CERTIFICATE,
    LOGIN,
    PAYMENT_KEY,
    BROWSER;

    /** The stable word for keys of texts and node ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
