package io.tetherkey.bank.store;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Runs the same work on many threads at once and waits for all of them. */
final class AtOnce {

    private AtOnce() {}

    static void run(int threads, Callable<Integer> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < threads; i++) {
                all.add(work);
            }
            for (var each : pool.invokeAll(all)) {
                each.get();
            }
        }
    }
}
