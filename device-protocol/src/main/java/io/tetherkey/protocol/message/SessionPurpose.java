package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** What a sealed session is for, as the bank tells the chip in the Challenge (PROTOCOL.md, "Contents"). */
public enum SessionPurpose {
    /** The Challenge leaves its field out. */
    PAYMENT(1),
    /** The customer logs in to the bank's pages; no payment follows. */
    LOGIN(2);

    private final int code;

    SessionPurpose(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<SessionPurpose> fromCode(int code) {
        return Arrays.stream(values()).filter(p -> p.code == code).findFirst();
    }
}
