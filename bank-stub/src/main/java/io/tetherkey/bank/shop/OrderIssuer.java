package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Order;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** Makes an order for a thing and has it signed by the merchant. */
public final class OrderIssuer {
    /** How long an order can be paid. */
    public static final Duration TIME_TO_PAY = Duration.ofMinutes(15);

    private static final int ID_BYTES = 16;

    private final Merchant merchant;
    private final Consumer<byte[]> random;
    private final Clock clock;

    /** @param random fills an array with unpredictable bytes */
    public OrderIssuer(Merchant merchant, Consumer<byte[]> random, Clock clock) {
        this.merchant = merchant;
        this.random = random;
        this.clock = clock;
    }

    ShopOrder issue(CatalogueItem item) {
        byte[] id = new byte[ID_BYTES];
        random.accept(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Order order = new Order(
                HexFormat.of().formatHex(id),
                merchant.merchantId(),
                merchant.payee(),
                merchant.payeeAccount(),
                item.price(),
                item.description(),
                now,
                now.plus(TIME_TO_PAY),
                List.of());
        return new ShopOrder(order, item.id(), merchant.signer().sign(order), ShopStatus.WAITING, "", "");
    }

    /** The order hash that banks put into receipts: SHA-256 of the signed order. */
    static byte[] hashOf(byte[] signedOrder) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(signedOrder);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
