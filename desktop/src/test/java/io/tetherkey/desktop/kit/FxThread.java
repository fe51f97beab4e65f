package io.tetherkey.desktop.kit;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/** The way from a test to the UI thread, and back with what was seen there. */
final class FxThread {

    private static final int LIMIT_SECONDS = 60;

    private FxThread() {}

    /** Starts the toolkit if this is the first test that needs it. */
    static void start() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not start", e);
        }
    }

    /** Does the work on the UI thread and waits for it; what it throws is thrown here. Called there, it is done at once. */
    static <T> T see(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return here(work);
        }
        var seen = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                seen.complete(work.call());
            } catch (Throwable e) {
                seen.completeExceptionally(e);
            }
        });
        try {
            return seen.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            throw new AssertionError("the UI thread is stuck", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> T here(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static Error failure(Throwable cause) {
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        return cause instanceof Error error ? error : new AssertionError("failed on the UI thread", cause);
    }

    static void act(Runnable work) {
        see(() -> {
            work.run();
            return true;
        });
    }
}
