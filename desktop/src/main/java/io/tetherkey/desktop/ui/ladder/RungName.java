package io.tetherkey.desktop.ui.ladder;

import java.util.Locale;

/** The named steps of a payment, in order. */
public enum RungName {
    PHONE,
    ORDER,
    BANK,
    CERTIFICATE,
    LOGIN,
    PAYMENT_KEY,
    APPROVAL,
    PAID;

    /** The stable word for keys of texts, node ids and the printed steps. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
