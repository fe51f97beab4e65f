package io.tetherkey.bank.store;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Runs the same work on many threads at once and waits for all of them. */
final class AtOnce {

    static final int THREADS = 64;

    private AtOnce() {}

    /** Work of one of the threads, which are numbered from 0. */
    @FunctionalInterface
    interface Work {
        void run(int thread) throws Exception;
    }

    /** Does the work on {@value #THREADS} threads. */
    static void run(Work work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(() -> {
                    work.run(thread);
                    return true;
                });
            }
            for (var each : pool.invokeAll(all)) {
                each.get();
            }
        }
    }
}
