package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One-byte status on the link (PROTOCOL.md, "Status codes"). Ranges: 01–0F link, 10–1F encoding, 20–2F user and
 * consent, 40–4F slot, 60–6F session, 7F other, E0–EF extension, F0–FF vendor. An unknown code ends that message only.
 */
public enum StatusCode {
    BAD_VERSION(0x01),
    BUSY(0x02),
    BAD_CHANNEL(0x03),
    BAD_FRAME(0x04),
    TOO_LARGE(0x05),
    BAD_ENCODING(0x10),
    BAD_MESSAGE(0x11),
    DECLINED(0x20),
    TIMEOUT(0x21),
    LOCKED(0x22),
    CONSENT_REQUIRED(0x23),
    CANCELLED(0x24),
    NOT_AVAILABLE(0x40),
    VOID(0x41),
    EXPIRED(0x42),
    SUITE(0x43),
    SLOT_EXISTS(0x44),
    CONFLICT(0x60),
    UNKNOWN_SESSION(0x61),
    SESSION_EXPIRED(0x62),
    OTHER(0x7F);

    private static final Map<Integer, StatusCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(StatusCode::code, Function.identity()));

    private final int code;

    StatusCode(int code) {
        this.code = code;
    }

    /** The byte on the wire, 1 to 255. */
    public int code() {
        return code;
    }

    /** The status of a byte from the wire, empty where this version knows none. */
    public static Optional<StatusCode> fromCode(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
