package io.tetherkey.desktop.queue;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place in which a start link waits until the flow in progress is over. Whoever waits keeps the place until its
 * time is over, so that a flood of links can drive nothing out. All methods may be called from any thread.
 */
public final class NextInLine {

    private final Clock clock;
    private final Consumer<Optional<Waiting>> listener;
    private Optional<Waiting> place = Optional.empty();

    /** {@code listener} gets each change of who waits, on the thread that made it. */
    public NextInLine(Clock clock, Consumer<Optional<Waiting>> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Lets {@code one} wait.
     *
     * @return false if another one waits already; the same one once more changes nothing
     */
    public synchronized boolean offer(Waiting one) {
        Optional<Waiting> before = alive();
        if (before.isPresent()) {
            return before.get().isSameAs(one);
        }
        become(Optional.of(one));
        return true;
    }

    /** Frees the place and hands out who waited in it, unless its time is over. */
    public synchronized Optional<Waiting> take() {
        Optional<Waiting> next = alive();
        if (place.isPresent()) {
            become(Optional.empty());
        }
        return next;
    }

    /** Frees the place; whoever waited is forgotten. */
    public synchronized void drop() {
        if (place.isPresent()) {
            become(Optional.empty());
        }
    }

    private Optional<Waiting> alive() {
        return place.filter(one -> one.expiresAt().isAfter(clock.instant()));
    }

    private void become(Optional<Waiting> now) {
        place = now;
        listener.accept(now);
    }
}
