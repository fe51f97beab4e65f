package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** Why a phone that works has not answered yet (PROTOCOL.md, "KEEPALIVE"). */
public enum WaitReason {
    PROCESSING(1),
    WAIT_UNLOCK(2),
    WAIT_CONSENT(3),
    WAIT_USER(4);

    private final int code;

    WaitReason(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<WaitReason> fromCode(int code) {
        return Arrays.stream(values()).filter(r -> r.code == code).findFirst();
    }
}
