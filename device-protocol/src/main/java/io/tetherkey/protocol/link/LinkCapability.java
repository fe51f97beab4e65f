package io.tetherkey.protocol.link;

import java.util.Arrays;

/**
 * What an end of the link can do beside what each must (PROTOCOL.md, "Capabilities"). One holds on a link only if HELLO
 * and HELLO_OK both name it, so an end that does not know it is never met with it.
 */
public enum LinkCapability {
    /** The phone tells by itself that it was locked or unlocked. */
    LOCK_NEWS(1),
    /** A link at rest may be silent for longer; for a PC on a cable whose end the system tells. */
    LONG_REST(2);

    private final int code;

    LinkCapability(int code) {
        this.code = code;
    }

    /** Its bit in the field of 32. */
    public int code() {
        return code;
    }

    /** The field that names these. */
    public static int field(LinkCapability... named) {
        return Arrays.stream(named).mapToInt(LinkCapability::code).reduce(0, (one, other) -> one | other);
    }

    /** Whether a field names it. */
    public boolean isIn(int field) {
        return (field & code) != 0;
    }
}
