package io.tetherkey.desktop.ui;

import java.util.Arrays;
import java.util.Optional;

/** The looks of the window. */
public enum Theme {
    LIGHT("light"),
    DARK("dark");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /** The word that settings keep. */
    public String code() {
        return code;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public static Optional<Theme> fromCode(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }
}
