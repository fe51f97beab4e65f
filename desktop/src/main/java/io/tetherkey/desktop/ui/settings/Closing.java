package io.tetherkey.desktop.ui.settings;

import java.util.Arrays;
import java.util.Optional;

/** What becomes of the app when its window is closed. */
public enum Closing {
    QUIT("quit"),
    /** Its window is hidden and the icon in the tray brings it back. */
    TRAY("tray");

    private final String code;

    Closing(String code) {
        this.code = code;
    }

    /** The word that settings keep. */
    public String code() {
        return code;
    }

    /** The key of its name. */
    String key() {
        return "settings.closing." + code;
    }

    public static Optional<Closing> fromCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
