package io.tetherkey.desktop.diagnosis;

import java.util.Locale;

/** How a rung stands. */
public enum StepState {
    GOOD,
    BAD,
    /** Only the user can tell, or must do something on the phone. */
    YOUR_TURN,
    /** A rung below is bad, or nothing has asked for this one yet. */
    NOT_CHECKED;

    /** The stable word for keys of texts and style classes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
