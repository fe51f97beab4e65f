package io.tetherkey.desktop.app;

import io.tetherkey.desktop.ui.TaskRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Hands tasks to the JavaFX thread. */
public final class FxTaskRunner implements TaskRunner {

    @Override
    public void onUi(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> Platform.runLater(task));
    }
}
