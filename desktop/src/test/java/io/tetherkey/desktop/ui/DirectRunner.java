package io.tetherkey.desktop.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs tasks at once on the calling thread; delayed ones when the test lets the time pass. */
public final class DirectRunner implements TaskRunner {

    private List<Runnable> delayed = new ArrayList<>();

    @Override
    public void onUi(Runnable task) {
        task.run();
    }

    @Override
    public void later(Duration delay, Runnable task) {
        delayed.add(task);
    }

    /** Lets all delays pass. */
    public void pass() {
        List<Runnable> due = delayed;
        delayed = new ArrayList<>();
        due.forEach(Runnable::run);
    }
}
