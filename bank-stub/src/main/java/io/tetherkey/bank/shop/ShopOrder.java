package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Order;
import java.time.Instant;
import java.util.Base64;

/**
 * An order as the shop keeps it.
 *
 * @param itemId the thing on the shelf, or {@code other}
 * @param signedOrder the COSE_Sign1 that the buyer's app receives
 * @param bankId the bank whose receipt settled it, empty while waiting
 * @param receiptNumber of that receipt, empty while waiting
 */
public record ShopOrder(
        Order order, String itemId, byte[] signedOrder, ShopStatus status, String bankId, String receiptNumber) {
    private static final String LINK = "tetherkey://pay?order=";

    public ShopOrder {
        signedOrder = signedOrder.clone();
    }

    @Override
    public byte[] signedOrder() {
        return signedOrder.clone();
    }

    /** The link that opens the buyer's app (DESIGN §7): it holds the whole signed order. */
    public String link() {
        return LINK + Base64.getUrlEncoder().withoutPadding().encodeToString(signedOrder);
    }

    /** The word of the status as a page shows it at an instant: an order that nobody paid in time is {@code expired}. */
    public String shownStatus(Instant now) {
        boolean late = status == ShopStatus.WAITING && !now.isBefore(order.expiresAt());
        return late ? "expired" : status.code();
    }
}
