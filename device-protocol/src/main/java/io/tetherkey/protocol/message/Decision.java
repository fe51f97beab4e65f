package io.tetherkey.protocol.message;

import java.util.Optional;

/** What the user pressed on the phone (PROTOCOL.md, "Evidence"). */
public enum Decision {
    APPROVED(1),
    DECLINED(2);

    private final int code;

    Decision(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Decision> fromCode(int code) {
        return switch (code) {
            case 1 -> Optional.of(APPROVED);
            case 2 -> Optional.of(DECLINED);
            default -> Optional.empty();
        };
    }
}
