package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** The last thing that happened in a slot. */
public enum SlotResult {
    NONE(0),
    ALLOWED(1),
    FAILED(2),
    VOID(3),
    PAID(4),
    DECLINED(5),
    PAYMENT_FAILED(6);

    private final int code;

    SlotResult(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<SlotResult> fromCode(int code) {
        return Arrays.stream(values()).filter(r -> r.code == code).findFirst();
    }
}
