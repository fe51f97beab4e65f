package io.tetherkey.bank.server;

import io.tetherkey.bank.payment.OrderDesk;
import io.tetherkey.bank.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends orders whose time is over and deletes sessions and logins that ran out, now and then, on a thread of its own. */
final class Housekeeper implements AutoCloseable {

    /** How long a finished session can still be asked for its last answer, after its end. */
    static final Duration KEEP = Duration.ofMinutes(10);

    /** How long wrong passwords on the bank's pages are remembered after the last one. */
    static final Duration FORGET = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final long SECONDS = 5;

    private final Database database;
    private final OrderDesk orders;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeper").factory());

    Housekeeper(Database database, OrderDesk orders, Clock clock) {
        this.database = database;
        this.orders = orders;
        this.clock = clock;
        rounds.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            int expired = orders.expire();
            var before = clock.instant().minus(KEEP);
            int deleted = database.inTransaction(stores -> stores.sessions().deleteExpired(before));
            int swept = sweepEnrolments(before);
            LOG.debug("round expired={} deleted={} swept={}", expired, deleted, swept);
        } catch (RuntimeException e) {
            LOG.warn("a round failed", e);
        }
    }

    /** Enrolments that ran out, the certificates that nobody finished, and logins to the pages. */
    int sweepEnrolments(Instant before) {
        var now = clock.instant();
        return database.inTransaction(stores -> {
            int sessions = stores.enrolments().deleteExpired(before);
            int certificates = stores.certificates().revokeAbandoned(before, now);
            int logins = stores.pageLogins().deleteExpired(now, now.minus(FORGET))
                    + stores.phoneLogins().deleteExpired(before);
            return sessions + certificates + logins;
        });
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
