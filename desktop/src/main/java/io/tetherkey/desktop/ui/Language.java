package io.tetherkey.desktop.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the window. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "en", "English"),
    CHINESE(Locale.SIMPLIFIED_CHINESE, "zh", "简体中文");

    private final Locale locale;
    private final String code;
    private final String ownName;

    Language(Locale locale, String code, String ownName) {
        this.locale = locale;
        this.code = code;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The ISO 639-1 code that settings keep. */
    public String code() {
        return code;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }

    public static Optional<Language> fromCode(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }

    /** The language that suits the system's settings; English where none does. */
    public static Language of(Locale system) {
        return fromCode(system.getLanguage()).orElse(ENGLISH);
    }
}
