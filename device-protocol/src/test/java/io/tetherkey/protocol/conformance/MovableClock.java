package io.tetherkey.protocol.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
final class MovableClock extends Clock {
    private final Instant start;
    private final AtomicLong seconds = new AtomicLong();

    MovableClock(Instant start) {
        this.start = start;
    }

    void move(Duration time) {
        seconds.addAndGet(time.toSeconds());
    }

    @Override
    public Instant instant() {
        return start.plusSeconds(seconds.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
