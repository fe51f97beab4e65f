package io.tetherkey.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Orders and how their payment ended; the order id is the idempotency key. */
public final class OrderStore {

    private final Handle handle;

    OrderStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Where an order stands; every status but the first is final.
     *
     * <pre>
     * OPEN → PAID | DECLINED | FAILED
     * </pre>
     */
    public enum OrderStatus {
        OPEN,
        PAID,
        DECLINED,
        FAILED;

        /** The word in the store and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static OrderStatus fromCode(String code) {
            return Arrays.stream(values())
                    .filter(status -> status.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The store holds an unknown status"));
        }
    }

    /**
     * An order as the bank keeps it.
     *
     * @param reason the code of the fault that it failed with, else empty
     * @param bankId who settled it, empty while open
     * @param receipt the signed receipt, empty if there is none
     */
    public record StoredOrder(
            String orderId,
            byte[] orderHash,
            byte[] signedOrder,
            Instant expiresAt,
            OrderStatus status,
            String reason,
            String bankId,
            String receiptNumber,
            byte[] receipt) {}

    /** How a payment ended. */
    public record Settlement(
            OrderStatus status,
            String reason,
            String bankId,
            String receiptNumber,
            byte[] receipt,
            byte[] evidence,
            String fingerprint,
            long evidenceCounter) {}

    /** Adds an open order; one that is there already stays as it is. */
    public void register(String orderId, byte[] orderHash, byte[] signedOrder, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO payment_order
                            (order_id, order_hash, signed_order, expires_at, status, reason, bank_id, receipt_number,
                             receipt, evidence, fingerprint, evidence_counter, settled_at)
                        VALUES (:orderId, :orderHash, :signedOrder, :expiresAt, 'open', '', '', '', :none, :none, '', 0, 0)
                        ON CONFLICT (order_id) DO NOTHING
                        """)
                .bind("orderId", orderId)
                .bind("orderHash", orderHash)
                .bind("signedOrder", signedOrder)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .bind("none", new byte[0])
                .execute();
    }

    public Optional<StoredOrder> find(String orderId) {
        return handle.createQuery("SELECT * FROM payment_order WHERE order_id = :orderId")
                .bind("orderId", orderId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The order if it is still open, locked until the transaction ends. */
    public Optional<StoredOrder> claimOpen(String orderId) {
        return handle.createQuery("""
                        UPDATE payment_order SET status = status WHERE order_id = :orderId AND status = 'open'
                        RETURNING *
                        """)
                .bind("orderId", orderId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Ends an open order; false if it has ended before. */
    public boolean settle(String orderId, Settlement settlement, Instant now) {
        return handle.createUpdate("""
                        UPDATE payment_order
                        SET status = :status, reason = :reason, bank_id = :bankId, receipt_number = :receiptNumber,
                            receipt = :receipt, evidence = :evidence, fingerprint = :fingerprint,
                            evidence_counter = :counter, settled_at = :now
                        WHERE order_id = :orderId AND status = 'open'
                        """)
                        .bind("status", settlement.status().code())
                        .bind("reason", settlement.reason())
                        .bind("bankId", settlement.bankId())
                        .bind("receiptNumber", settlement.receiptNumber())
                        .bind("receipt", settlement.receipt())
                        .bind("evidence", settlement.evidence())
                        .bind("fingerprint", settlement.fingerprint())
                        .bind("counter", settlement.evidenceCounter())
                        .bind("now", now.toEpochMilli())
                        .bind("orderId", orderId)
                        .execute()
                == 1;
    }

    /** Whether the chip has signed another order with this counter: two copies of one chip exist. */
    public boolean counterSeenBefore(String orderId, String fingerprint, long counter) {
        return handle.createQuery("""
                                SELECT COUNT(*) FROM payment_order
                                WHERE fingerprint = :fingerprint AND evidence_counter = :counter
                                  AND order_id <> :orderId
                                """)
                        .bind("fingerprint", fingerprint)
                        .bind("counter", counter)
                        .bind("orderId", orderId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Ends every open order whose time is over, without a debit. */
    public int expire(Instant now, String reason) {
        return handle.createUpdate("""
                        UPDATE payment_order SET status = 'failed', reason = :reason, settled_at = :now
                        WHERE status = 'open' AND expires_at <= :now
                        """)
                .bind("reason", reason)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static StoredOrder read(ResultSet row) throws SQLException {
        return new StoredOrder(
                row.getString("order_id"),
                row.getBytes("order_hash"),
                row.getBytes("signed_order"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                OrderStatus.fromCode(row.getString("status")),
                row.getString("reason"),
                row.getString("bank_id"),
                row.getString("receipt_number"),
                row.getBytes("receipt"));
    }
}
