package io.tetherkey.desktop.kit;

/** What a phone in a test holds at the beginning. */
public enum Flash {
    /** The demo customer's three banks, and trust in this computer. */
    DEMO,
    /** No bank, and trust in no computer: a phone as it is bought. */
    EMPTY
}
