package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** The road that the session took, recorded in the evidence. */
public enum Path {
    /** Through a PC on a cable. */
    WIRED(1),
    /** Over the phone's own network. */
    WIRELESS(2);

    private final int code;

    Path(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Path> fromCode(int code) {
        return Arrays.stream(values()).filter(p -> p.code == code).findFirst();
    }
}
