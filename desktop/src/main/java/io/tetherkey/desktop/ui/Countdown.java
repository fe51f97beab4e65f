package io.tetherkey.desktop.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Tells once a second how long it is until a moment, and rests while there is none or it has come. Used on the UI thread
 * only.
 */
public final class Countdown {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Clock clock;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Optional<Duration>> left = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Instant> end = Optional.empty();
    private int generation;

    public Countdown(Clock clock, TaskRunner runner) {
        this.clock = clock;
        this.runner = runner;
    }

    /** Whole seconds until the end, never below zero; empty while there is no end. */
    public ReadOnlyObjectProperty<Optional<Duration>> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** Whether there is an end and it has come. */
    public boolean isOver() {
        return left.get().filter(Duration::isZero).isPresent();
    }

    /** Counts down to {@code moment} from now on; empty to rest. */
    public void to(Optional<Instant> moment) {
        if (!moment.equals(end)) {
            end = moment;
            tick(++generation);
        }
    }

    private void tick(int counted) {
        if (counted != generation) {
            return;
        }
        left.set(end.map(this::untilThen));
        if (end.isPresent() && !isOver()) {
            runner.later(TICK, () -> tick(counted));
        }
    }

    private Duration untilThen(Instant moment) {
        long seconds = Duration.between(clock.instant(), moment).plusMillis(999).toSeconds();
        return Duration.ofSeconds(Math.max(0, seconds));
    }
}
