package io.tetherkey.desktop.ui.window;

import java.util.Locale;

/**
 * The pages of the window, in the order of the navigation.
 *
 * <p>A new page is one constant here, one line in {@link WindowView} and the texts {@code page.NAME} and
 * {@code page.NAME.help}.
 */
public enum Page {
    PAY("mdi2c-credit-card-outline"),
    BANKS("mdi2b-bank-outline"),
    HISTORY("mdi2h-history"),
    DIAGNOSIS("mdi2s-stethoscope"),
    SETTINGS("mdi2c-cog-outline");

    private final String icon;

    Page(String icon) {
        this.icon = icon;
    }

    /** A name of the Material Design pack. */
    String icon() {
        return icon;
    }

    /** The key of its name. */
    String key() {
        return "page." + id();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
