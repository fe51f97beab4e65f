package io.tetherkey.protocol.message;

import java.util.Locale;

/** Whether a {@link Fault} costs one of the tries of the payment key or of the activation code. */
public enum Counting {
    NEVER,
    ALWAYS,
    /** The bank may have counted before the answer was lost; the next sealed answer tells. */
    TOLD;

    /** One sentence that says so. */
    public String sentence(Locale locale) {
        return Fault.words(locale, "counting." + name());
    }
}
