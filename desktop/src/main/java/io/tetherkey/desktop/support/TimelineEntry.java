package io.tetherkey.desktop.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One message between app, phone and bank: what it is called, never what it says (DESIGN §4, rule 7).
 *
 * @param number counted from 1, without a gap
 * @param message its name in PROTOCOL.md
 * @param session the first eight hex digits of the session it belongs to; empty outside a session
 * @param bytes how long its payload is; 0 where it has none
 * @param took since the question that it answers; empty for a question
 * @param outcome {@code ok}, or a code: {@code TK-nnn}; empty for a question
 */
public record TimelineEntry(
        long number,
        Instant at,
        Way way,
        String message,
        String session,
        int bytes,
        Optional<Duration> took,
        String outcome) {

    /** From where to where. */
    public enum Way {
        TO_PHONE,
        FROM_PHONE,
        TO_BANK,
        FROM_BANK
    }

    /** The outcome of an answer that holds. */
    public static final String OK = "ok";
}
