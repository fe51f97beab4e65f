package io.tetherkey.bank.web.online;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells one page how its login goes, by server-sent events, until it is over or the page goes away. It looks into the
 * books twice a second, because another process on the same database may have taken the phone's message. Runs on the
 * request's own virtual thread.
 */
final class LiveLogin {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Even without a change the status is told again this often: a page that has gone is noticed by it. */
    private static final Duration REPEAT = Duration.ofSeconds(10);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SseSink sink;
    private final Supplier<Optional<Event>> look;

    /** What a page is told. */
    record Event(String json, boolean last) {}

    LiveLogin(SseSink sink, Supplier<Optional<Event>> look) {
        this.sink = sink;
        this.look = look;
    }

    void run() {
        try {
            String told = "";
            Instant toldAt = Instant.EPOCH;
            Optional<Event> now = look.get();
            while (now.isPresent()) {
                boolean due = !Instant.now().isBefore(toldAt.plus(REPEAT));
                if (due || !now.get().json().equals(told)) {
                    told = now.get().json();
                    toldAt = Instant.now();
                    tell(told);
                }
                if (now.get().last()) {
                    return;
                }
                Thread.sleep(LOOK);
                now = look.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            // The page has gone; there is nobody left to tell.
            return;
        }
    }

    private void tell(String json) {
        sink.emit(SseEvent.builder()
                .name("status")
                .data(json)
                .reconnectDelay(RETRY)
                .build());
    }
}
