package io.tetherkey.desktop.support;

import java.util.Locale;

/** A kind of thing that is taken out of a report before anybody sees it. */
public enum Taken {
    HOME,
    USER,
    HOST,
    SERIAL,
    LINK,
    AMOUNT,
    NAME,
    ID,
    DATA;

    /** How its texts are called. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in its place. */
    String mark() {
        return "<" + id() + ">";
    }
}
