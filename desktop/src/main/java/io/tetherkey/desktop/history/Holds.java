package io.tetherkey.desktop.history;

/** What came of one check. */
public enum Holds {
    YES,
    /** It does not hold: a red stop. */
    NO,
    /** What would be needed is not on this computer. */
    NOT_KNOWN
}
