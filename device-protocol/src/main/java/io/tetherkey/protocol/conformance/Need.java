package io.tetherkey.protocol.conformance;

/** What a case cannot do without. */
public enum Need {
    /** A bank key that the phone accepts, and its slot. */
    BANK,
    /** A second slot with its bank key. */
    SECOND_BANK,
    /** Somebody, or a script, at the phone. */
    HANDS,
    /** Waits for a time-out of one or two minutes; run only when asked for. */
    TIME,
    /** Makes the certificate of a slot void for good, or takes the slot away. */
    SACRIFICE
}
