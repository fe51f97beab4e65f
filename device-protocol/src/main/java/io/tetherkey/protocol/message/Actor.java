package io.tetherkey.protocol.message;

import java.util.Locale;

/** Who must act after a {@link Fault} before things can go on. */
public enum Actor {
    YOU,
    SHOP,
    BANK,
    ADMINISTRATOR,
    MAKERS,
    /** It is as somebody wished it to be. */
    NOBODY;

    /** Whether it is somebody else than who reads of the fault, to whom the remedy speaks. */
    public boolean isSomebodyElse() {
        return switch (this) {
            case YOU, NOBODY -> false;
            case SHOP, BANK, ADMINISTRATOR, MAKERS -> true;
        };
    }

    /** What to call that person. */
    public String label(Locale locale) {
        return Fault.words(locale, "actor." + name());
    }
}
