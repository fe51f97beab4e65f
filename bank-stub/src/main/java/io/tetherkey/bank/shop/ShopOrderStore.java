package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps the shop's orders in the database. Any thread may call it. */
public final class ShopOrderStore {
    private static final String INSERT = """
            INSERT INTO shop_order
                (order_id, item_id, order_bytes, signed_order, status, bank_id, receipt_number, receipt)
            VALUES (:orderId, :itemId, :orderBytes, :signedOrder, :status, '', '', :none)
            """;
    private static final String FIND = """
            SELECT item_id, order_bytes, signed_order, status, bank_id, receipt_number
            FROM shop_order WHERE order_id = :orderId
            """;
    /** A paid order stays paid; a declined or failed one may still become paid, but nothing else. */
    private static final String SETTLE = """
            UPDATE shop_order
            SET status = :status, bank_id = :bankId, receipt_number = :receiptNumber, receipt = :receipt
            WHERE order_id = :orderId AND (status = 'waiting' OR (status <> 'paid' AND :status = 'paid'))
            """;

    private final Jdbi jdbi;

    public ShopOrderStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(ShopOrder order) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("orderId", order.order().orderId())
                .bind("itemId", order.itemId())
                .bind("orderBytes", order.order().encode())
                .bind("signedOrder", order.signedOrder())
                .bind("status", order.status().code())
                .bind("none", new byte[0])
                .execute());
    }

    Optional<ShopOrder> find(String orderId) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("orderId", orderId)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Writes a receipt down; false if the order was settled before. */
    boolean settle(ReceiptContents receipt, ShopStatus status, byte[] signedReceipt) {
        return jdbi.withHandle(handle -> handle.createUpdate(SETTLE)
                        .bind("status", status.code())
                        .bind("bankId", receipt.bankId())
                        .bind("receiptNumber", receipt.receiptNumber())
                        .bind("receipt", signedReceipt)
                        .bind("orderId", receipt.orderId())
                        .execute())
                == 1;
    }

    private static ShopOrder read(ResultSet row) throws SQLException {
        String status = row.getString("status");
        try {
            return new ShopOrder(
                    Order.decode(row.getBytes("order_bytes")),
                    row.getString("item_id"),
                    row.getBytes("signed_order"),
                    ShopStatus.fromCode(status).orElseThrow(() -> new IllegalStateException("status " + status)),
                    row.getString("bank_id"),
                    row.getString("receipt_number"));
        } catch (ProtocolException e) {
            throw new IllegalStateException("a stored order cannot be read", e);
        }
    }
}
