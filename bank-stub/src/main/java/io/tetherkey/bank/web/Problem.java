package io.tetherkey.bank.web;

import io.tetherkey.protocol.message.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An error answer as RFC 9457 problem details.
 *
 * @param status the HTTP status
 * @param fault of the catalogue: its English words, without facts about the customer
 * @param attempts present when the answer is about the ten tries
 */
public record Problem(int status, Fault fault, Optional<Attempts> attempts) {

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
    public static Problem of(int status, Fault fault) {
        return new Problem(status, fault, Optional.empty());
    }

    /** The body, UTF-8. */
    public byte[] json() {
        var out = new StringBuilder(320);
        out.append("{\"type\":\"about:blank\",\"title\":");
        quote(out, fault.title(Locale.ENGLISH));
        out.append(",\"status\":").append(status).append(",\"detail\":");
        quote(out, fault.sentence(Locale.ENGLISH));
        out.append(",\"code\":");
        quote(out, fault.code());
        out.append(",\"remedy\":");
        quote(out, fault.remedy(Locale.ENGLISH));
        out.append(",\"actor\":");
        quote(out, fault.actor().name().toLowerCase(Locale.ROOT));
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
