package io.tetherkey.bank.payment;

import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.WebhookStore.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands settled receipts to the shop until it acknowledges each, also after a restart. One virtual thread owns the
 * delivery.
 */
public final class ShopNotifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShopNotifier.class);
    private static final int AT_ONCE = 16;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Database database;
    private final URI webhook;
    private final Clock clock;
    private final Semaphore news;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Thread owner;

    /**
     * Starts delivering.
     *
     * @param webhook where the shop takes receipts
     * @param news released when there may be something to deliver
     */
    public ShopNotifier(Database database, URI webhook, Semaphore news, Clock clock) {
        this.database = database;
        this.webhook = webhook;
        this.news = news;
        this.clock = clock;
        this.owner = Thread.ofVirtual().name("shop-notifier").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                deliverDue();
                news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverDue() throws InterruptedException {
        for (var each : database.read(stores -> stores.webhooks().due(clock.instant(), AT_ONCE))) {
            if (deliver(each)) {
                database.useTransaction(stores -> stores.webhooks().delivered(each.orderId()));
            } else {
                var next = clock.instant().plus(pause(each.attempts()));
                database.useTransaction(stores -> stores.webhooks().failed(each.orderId(), next));
            }
        }
    }

    private static Duration pause(int attempts) {
        var pause = Duration.ofMillis(200L << Math.min(attempts, 8));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private boolean deliver(Webhook receipt) throws InterruptedException {
        var request = HttpRequest.newBuilder(webhook)
                .timeout(ANSWER)
                .header("Content-Type", "application/cbor")
                .POST(BodyPublishers.ofByteArray(receipt.receipt()))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            LOG.info("webhook status={} attempt={}", status, receipt.attempts() + 1);
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.info("webhook unreachable attempt={}", receipt.attempts() + 1);
            return false;
        }
    }

    @Override
    public void close() {
        owner.interrupt();
        client.shutdownNow();
        try {
            owner.join(ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
