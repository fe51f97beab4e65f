package io.tetherkey.protocol.frame;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a frame is for (PROTOCOL.md, "Frame types"). */
public enum FrameType {
    HELLO(0x01),
    HELLO_OK(0x02),
    MSG(0x10),
    MSG_ACK(0x11),
    KEEPALIVE(0x20),
    CANCEL(0x21),
    PING(0x22),
    PONG(0x23),
    BYE(0x3E),
    ERROR(0x3F);

    private static final Map<Integer, FrameType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FrameType::code, Function.identity()));

    private final int code;

    FrameType(int code) {
        this.code = code;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The type of a byte from the wire, empty where this version knows none. */
    public static Optional<FrameType> fromCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
