package io.tetherkey.desktop.relay;

import java.time.Duration;
import java.util.Optional;

/**
 * Says when the bank is asked again by itself: after 3 s, then twice as long each time, at most a minute, for as long as
 * the same question stays open. Not thread-safe.
 */
final class Recheck {

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** Whether a flow waits for a bank's answer. */
    enum Question {
        /** It could not be asked, or has not said how it ended. */
        OPEN,
        /** It is being asked. */
        ASKED,
        NONE
    }

    /** How long after a state was reached; empty where no question is open, or the bank is being asked already. */
    Optional<Duration> after(Question question) {
        return switch (question) {
            case OPEN -> again();
            case ASKED -> Optional.empty();
            case NONE -> answered();
        };
    }

    private Optional<Duration> again() {
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Optional.of(wait);
    }

    private Optional<Duration> answered() {
        next = FIRST;
        return Optional.empty();
    }
}
