package io.tetherkey.bank.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An error answer as RFC 9457 problem details.
 *
 * @param status the HTTP status
 * @param code the stable {@code TK-nnn} code
 * @param title one English sentence without facts about the customer
 * @param attempts present when the answer is about the ten tries
 */
public record Problem(int status, String code, String title, Optional<Attempts> attempts) {

    /** The media type of the body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What happened to the ten tries.
     *
     * @param left tries that are left, empty when it is not for this peer to know
     * @param counted whether this answer used one up
     */
    public record Attempts(OptionalInt left, boolean counted) {}

    /** A problem that has nothing to do with the ten tries. */
    public static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, Optional.empty());
    }

    /** The body, UTF-8. */
    public byte[] json() {
        var out = new StringBuilder(160);
        out.append("{\"type\":\"about:blank\",\"title\":");
        quote(out, title);
        out.append(",\"status\":").append(status).append(",\"code\":");
        quote(out, code);
        attempts.ifPresent(tries -> {
            tries.left().ifPresent(left -> out.append(",\"attemptsLeft\":").append(left));
            out.append(",\"counted\":").append(tries.counted());
        });
        return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
