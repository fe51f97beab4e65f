package io.tetherkey.desktop.support;

import io.tetherkey.desktop.support.TimelineEntry.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last {@value #MOST} messages, in the order in which they were sent or came. Takes names, sizes and times only;
 * there is no way to hand it a content. A detailed log gets the same. All methods may be called from any thread.
 */
public final class Timeline {

    /** How many are kept. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);
    private static final int PREFIX_BYTES = 4;

    private final Clock clock;
    private final Deque<TimelineEntry> entries = new ArrayDeque<>();
    private long last;
    private Runnable changed = () -> {};

    public Timeline(Clock clock) {
        this.clock = clock;
    }

    /** What is told after each change, on the thread that made it. */
    public synchronized void onChange(Runnable told) {
        changed = told;
    }

    /** What is kept, the oldest first. */
    public synchronized List<TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    /** Forgets all; numbers go on. */
    public void clear() {
        Runnable tell;
        synchronized (this) {
            entries.clear();
            tell = changed;
        }
        tell.run();
    }

    /** A question is sent; what it gives back takes the answer. */
    Asked ask(Way way, String message, String session, int bytes) {
        Instant at = add(way, message, session, bytes, Optional.empty(), "");
        return new Asked(this, way == Way.TO_PHONE ? Way.FROM_PHONE : Way.FROM_BANK, session, at);
    }

    /** Something that the phone told without being asked. */
    void noted(String message, String outcome) {
        noted(message, "", outcome);
    }

    /** The same in a session. */
    void noted(String message, String session, String outcome) {
        add(Way.FROM_PHONE, message, session, 0, Optional.empty(), outcome);
    }

    /** The start of a session id in hex, as much as a log may hold. */
    static String prefix(byte[] sessionId) {
        return HexFormat.of().formatHex(sessionId, 0, Math.min(PREFIX_BYTES, sessionId.length));
    }

    private Instant add(Way way, String message, String session, int bytes, Optional<Instant> asked, String outcome) {
        Instant now = clock.instant();
        Runnable tell;
        synchronized (this) {
            last++;
            Optional<Duration> took = asked.map(since -> Duration.between(since, now));
            entries.addLast(new TimelineEntry(last, now, way, message, session, bytes, took, outcome));
            LOG.debug("{} {} session={} bytes={} outcome={}", way, message, session, bytes, outcome);
            if (entries.size() > MOST) {
                entries.removeFirst();
            }
            tell = changed;
        }
        tell.run();
        return now;
    }

    /** A question that waits for its answer. */
    record Asked(Timeline timeline, Way back, String session, Instant at) {

        /** It was answered. */
        void answered(String message, int bytes, String outcome) {
            timeline.add(back, message, session, bytes, Optional.of(at), outcome);
        }

        /** The same where the answer names the session. */
        void answered(String message, byte[] sessionId, int bytes) {
            timeline.add(back, message, prefix(sessionId), bytes, Optional.of(at), TimelineEntry.OK);
        }
    }
}
