package io.tetherkey.desktop.phone;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something after a while; what is no longer wanted by then checks that itself. */
@FunctionalInterface
interface Later {

    /** Returns at once; {@code task} runs on any thread. */
    void run(Duration wait, Runnable task);

    /** By the computer's clock. */
    static Later byTheClock() {
        return (wait, task) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }
}
