package io.tetherkey.desktop.ui;

import java.time.Duration;

/** The way onto the UI thread: JavaFX in the app, direct in tests. */
public interface TaskRunner {

    /** Runs {@code task} on the UI thread, soon. */
    void onUi(Runnable task);

    /** Runs {@code task} on the UI thread after {@code delay}; a task that is no longer wanted checks that itself. */
    void later(Duration delay, Runnable task);
}
