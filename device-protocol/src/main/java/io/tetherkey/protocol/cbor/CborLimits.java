package io.tetherkey.protocol.cbor;

/** The named limits of the strict profile (PROTOCOL.md, "Encoding"). */
public final class CborLimits {
    /** Longest encoded item in bytes. */
    public static final int MAX_ITEM = 65_536;
    /** Deepest nesting: an item that holds no other has depth 1. */
    public static final int MAX_DEPTH = 8;

    private CborLimits() {}
}
