package io.tetherkey.bank.shop;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells one page how its order stands, by server-sent events (HTML Living Standard §9.2): at once, then at every change,
 * until the status is the last one or the page goes away. Runs on the request's own virtual thread.
 */
final class LiveStatus {
    /** Even without a change the status is told again this often: a page that has gone is noticed by it. */
    static final Duration REPEAT = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SseSink sink;
    private final OrderEvents.Watch watch;
    private final Supplier<Optional<OrderView>> order;

    LiveStatus(SseSink sink, OrderEvents.Watch watch, Supplier<Optional<OrderView>> order) {
        this.sink = sink;
        this.watch = watch;
        this.order = order;
    }

    void run() {
        try {
            Optional<OrderView> view = order.get();
            while (view.isPresent()) {
                tell(view.get());
                if (view.get().last()) {
                    return;
                }
                watch.await(REPEAT);
                view = order.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            // The page has gone; there is nobody left to tell.
            return;
        }
    }

    private void tell(OrderView view) {
        sink.emit(SseEvent.builder()
                .name("status")
                .data(view.json())
                .reconnectDelay(RETRY)
                .build());
    }
}
