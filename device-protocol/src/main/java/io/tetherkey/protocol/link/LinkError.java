package io.tetherkey.protocol.link;

import io.tetherkey.protocol.message.StatusCode;
import java.util.Optional;

/** The payload of an ERROR (PROTOCOL.md, "ERROR"): one status code, and the version range after BAD_VERSION. */
final class LinkError {
    private static final int MAX_LENGTH = 3;

    private LinkError() {}

    static byte[] encode(StatusCode status) {
        byte code = (byte) status.code();
        byte version = LinkLimits.LINK_VERSION;
        return status == StatusCode.BAD_VERSION ? new byte[] {code, version, version} : new byte[] {code};
    }

    /** The code, 0 to 255, known or not; empty if the payload breaks the layout. */
    static Optional<Integer> decode(byte[] payload) {
        return payload.length == 0 || payload.length > MAX_LENGTH ? Optional.empty() : Optional.of(payload[0] & 0xFF);
    }
}
