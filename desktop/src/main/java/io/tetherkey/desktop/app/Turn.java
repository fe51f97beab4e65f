package io.tetherkey.desktop.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Has the UI thread take something whole or not at all: what it does not come to in time is withdrawn for good, so that
 * nobody is told "taken" of what is never looked at, nor "not taken" of what is looked at later.
 */
final class Turn {

    private Turn() {}

    /**
     * Blocking, of any thread but the UI's.
     *
     * @param ui runs what it is given on the UI thread
     * @param patience how long the UI thread may take to begin
     * @param taking called once at most, on the UI thread; says whether it was taken
     * @return false also if the UI thread did not begin in time
     */
    static boolean take(Executor ui, Duration patience, BooleanSupplier taking) {
        var settled = new AtomicBoolean();
        var taken = new CompletableFuture<Boolean>();
        ui.execute(() -> {
            if (settled.compareAndSet(false, true)) {
                taken.complete(taking.getAsBoolean());
            }
        });
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (settled.compareAndSet(false, true)) {
                        taken.complete(false);
                    }
                });
        return taken.join();
    }
}
