package io.tetherkey.bank.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderEventsTest {
    private final OrderEvents events = new OrderEvents();

    @Test
    void watcherWakesForItsOwnOrderOnly() throws InterruptedException {
        try (OrderEvents.Watch watch = events.watch("a")) {
            events.changed("b");
            assertThat(watch.await(Duration.ZERO)).isFalse();
            events.changed("a");
            assertThat(watch.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void changesBeforeTheWaitAreOne() throws InterruptedException {
        try (OrderEvents.Watch watch = events.watch("a")) {
            events.changed("a");
            events.changed("a");
            assertThat(watch.await(Duration.ZERO)).isTrue();
            assertThat(watch.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void closedWatchesAreForgotten() {
        OrderEvents.Watch first = events.watch("a");
        OrderEvents.Watch second = events.watch("a");
        first.close();
        assertThat(events.watched()).isEqualTo(1);
        second.close();
        assertThat(events.watched()).isZero();
        events.changed("a");
    }
}
