package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Receipts that the shop has to be told of; written in the transaction that settles, so none is ever forgotten. */
public final class WebhookStore {

    private final Handle handle;

    WebhookStore(Handle handle) {
        this.handle = handle;
    }

    /** A receipt to deliver; {@code attempts} counts the failed deliveries. */
    public record Webhook(String orderId, byte[] receipt, int attempts) {}

    public void add(String orderId, byte[] receipt, Instant now) {
        handle.createUpdate("""
                        INSERT INTO webhook (order_id, receipt, attempts, due_at, done)
                        VALUES (:orderId, :receipt, 0, :now, FALSE)
                        ON CONFLICT (order_id) DO NOTHING
                        """)
                .bind("orderId", orderId)
                .bind("receipt", receipt)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** What is to be delivered now, the oldest first. */
    public List<Webhook> due(Instant now, int most) {
        return handle.createQuery("""
                        SELECT order_id, receipt, attempts FROM webhook WHERE NOT done AND due_at <= :now
                        ORDER BY due_at, order_id LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) ->
                        new Webhook(row.getString("order_id"), row.getBytes("receipt"), row.getInt("attempts")))
                .list();
    }

    public void delivered(String orderId) {
        handle.createUpdate("UPDATE webhook SET done = TRUE WHERE order_id = :orderId")
                .bind("orderId", orderId)
                .execute();
    }

    public void failed(String orderId, Instant nextTry) {
        handle.createUpdate(
                        "UPDATE webhook SET attempts = attempts + 1, due_at = :next WHERE order_id = :orderId AND NOT done")
                .bind("next", nextTry.toEpochMilli())
                .bind("orderId", orderId)
                .execute();
    }
}
