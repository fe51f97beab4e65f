package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** How the bank closed a payment (PROTOCOL.md, "Receipt"). */
public enum Verdict {
    PAID(1),
    DECLINED(2),
    FAILED(3);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Verdict> fromCode(int code) {
        return Arrays.stream(values()).filter(v -> v.code == code).findFirst();
    }
}
