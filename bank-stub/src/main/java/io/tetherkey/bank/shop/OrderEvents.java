package io.tetherkey.bank.shop;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes those who watch an order when it has changed. Any thread may call any method. */
final class OrderEvents {
    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();

    Watch watch(String orderId) {
        Watch watch = new Watch(orderId);
        watches.compute(orderId, (id, others) -> {
            Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watch);
            return all;
        });
        return watch;
    }

    void changed(String orderId) {
        watches.getOrDefault(orderId, Set.of()).forEach(Watch::wake);
    }

    int watched() {
        return watches.size();
    }

    /** One watcher of one order, from {@link #watch} until {@link #close}. */
    final class Watch implements AutoCloseable {
        private final String orderId;
        private final Semaphore changes = new Semaphore(0);

        private Watch(String orderId) {
            this.orderId = orderId;
        }

        /** Waits for a change since the last wait, at most this long; false if there was none. */
        boolean await(Duration longest) throws InterruptedException {
            boolean changed = changes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            changes.drainPermits();
            return changed;
        }

        private void wake() {
            changes.release();
        }

        @Override
        public void close() {
            watches.computeIfPresent(orderId, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
