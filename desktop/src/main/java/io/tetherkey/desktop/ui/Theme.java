package io.tetherkey.desktop.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The looks of the window, as the user chooses them. */
public enum Theme {
    /** Light, dark or high contrast, as the system is set. */
    SYSTEM("system"),
    LIGHT("light"),
    DARK("dark"),
    HIGH_CONTRAST("high-contrast");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /** The word that settings keep. */
    public String code() {
        return code;
    }

    /** The key of its name. */
    public String key() {
        return "settings.theme." + code.toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> fromCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }
}
