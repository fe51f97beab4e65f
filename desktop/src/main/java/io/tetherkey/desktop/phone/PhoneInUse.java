package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneClient;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The phone in use and what is known of it. The listener gets each new state, one at a time and the present one last, on
 * whichever thread has changed it. All methods may be called from any thread.
 */
final class PhoneInUse {

    private final Consumer<PhoneState> listener;
    private final ReentrantLock telling = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Seen seen = new Seen(null, new PhoneState.Absent());
    private PhoneState told = seen.state();

    /** The phone that is plugged in, if one is, and what is known of it. */
    record Seen(@Nullable PhoneClient phone, PhoneState state) {

        Seen to(PhoneState next) {
            return new Seen(phone, next);
        }

        Seen with(PhoneClient plugged) {
            return new Seen(plugged, state);
        }

        Seen without() {
            return new Seen(null, state);
        }
    }

    PhoneInUse(Consumer<PhoneState> listener) {
        this.listener = listener;
    }

    PhoneState state() {
        lock.lock();
        try {
            return seen.state();
        } finally {
            lock.unlock();
        }
    }

    /** The one that is plugged in. */
    Optional<PhoneClient> client() {
        lock.lock();
        try {
            return Optional.ofNullable(seen.phone());
        } finally {
            lock.unlock();
        }
    }

    boolean is(PhoneClient phone) {
        return client().filter(plugged -> plugged == phone).isPresent();
    }

    /** A phone knows the computer on each link only after the greeting; before it would refuse what was trusted. */
    Optional<PhoneClient> greeted() {
        lock.lock();
        try {
            return switch (seen.state()) {
                case PhoneState.Greeting() -> Optional.empty();
                case PhoneState.Reconnecting ignored -> Optional.empty();
                case PhoneState.Absent() -> Optional.empty();
                case PhoneState.AskingTrust ignored -> Optional.empty();
                case PhoneState.Unusable ignored -> Optional.ofNullable(seen.phone());
                case PhoneState.Locked ignored -> Optional.ofNullable(seen.phone());
                case PhoneState.Ready ignored -> Optional.ofNullable(seen.phone());
            };
        } finally {
            lock.unlock();
        }
    }

    /** Changes what is known in one piece, and tells it. */
    void update(UnaryOperator<Seen> change) {
        lock.lock();
        try {
            seen = change.apply(seen);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** Takes {@code next} only if the phone that it tells of is still the plugged one. */
    void becomeOf(PhoneClient phone, PhoneState next) {
        update(now -> now.phone() == phone ? now.to(next) : now);
    }

    /** Waits until the phone can be asked. */
    void awaitReady() throws InterruptedException {
        lock.lock();
        try {
            while (!(seen.state() instanceof PhoneState.Ready)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the present state, if it was not told. */
    private void tell() {
        telling.lock();
        try {
            PhoneState now = state();
            if (!now.equals(told)) {
                told = now;
                listener.accept(now);
            }
        } finally {
            telling.unlock();
        }
    }
}
