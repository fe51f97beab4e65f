package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ReceiptContents;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shop does with orders: make, find, watch, and settle by a bank's receipt. Any thread may call it. */
public final class ShopOrders {
    private static final Logger LOG = LoggerFactory.getLogger(ShopOrders.class);

    private final OrderIssuer issuer;
    private final ShopOrderStore store;
    private final ReceiptCheck receipts;
    private final OrderEvents events = new OrderEvents();

    public ShopOrders(OrderIssuer issuer, ShopOrderStore store, ReceiptCheck receipts) {
        this.issuer = issuer;
        this.store = store;
        this.receipts = receipts;
    }

    ShopOrder place(CatalogueItem item) {
        ShopOrder order = issuer.issue(item);
        store.insert(order);
        LOG.info("order made id={} bytes={}", prefix(order.order().orderId()), order.signedOrder().length);
        return order;
    }

    Optional<ShopOrder> find(String orderId) {
        return Order.isOrderId(orderId) ? store.find(orderId) : Optional.empty();
    }

    OrderEvents.Watch watch(String orderId) {
        return events.watch(orderId);
    }

    /**
     * Takes a bank's signed receipt. The same receipt again changes nothing, and a paid order stays paid.
     *
     * @throws ReceiptRefusedException if the receipt is not a listed bank's, or is for no order of this shop, or for
     *     another content of the order
     */
    public void settle(byte[] signedReceipt) throws ReceiptRefusedException {
        ReceiptContents receipt = receipts.verify(signedReceipt);
        ShopOrder order = find(receipt.orderId()).orElseThrow(() -> new ReceiptRefusedException("no such order"));
        if (!MessageDigest.isEqual(receipt.orderHash(), OrderIssuer.hashOf(order.signedOrder()))) {
            throw new ReceiptRefusedException("receipt is for another content of the order");
        }
        boolean changed = store.settle(receipt, ShopStatus.of(receipt.verdict()), signedReceipt);
        if (changed) {
            LOG.info("order settled id={} verdict={}", prefix(receipt.orderId()), receipt.verdict());
            events.changed(receipt.orderId());
        }
    }

    private static String prefix(String orderId) {
        return orderId.substring(0, 8);
    }
}
