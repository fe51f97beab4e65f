package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Money;
import java.util.List;
import java.util.Optional;

/** What the demo shop sells, and what it takes for an amount that a caller names. */
public final class Catalogue {
    /** The currency of every price. */
    public static final String CURRENCY = "CNY";

    /** The smallest and the largest amount that a caller may name, in minor units. */
    static final long LEAST = 1;

    static final long MOST = 10_000_000;

    private static final String COUNTER = "other";

    private static final List<CatalogueItem> ITEMS = List.of(
            item("tea", 128_00, "Jasmine Silver Needle, 100 g 茉莉银针"),
            item("teapot", 368_00, "Celadon Teapot 青瓷茶壶"),
            item("cakes", 58_00, "Lotus Seed Cakes, box of 8 莲蓉酥"));

    private Catalogue() {}

    public static List<CatalogueItem> items() {
        return ITEMS;
    }

    public static Optional<CatalogueItem> byId(String id) {
        return ITEMS.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The thing that costs exactly this much, or else an order at the counter; empty outside the limits. */
    public static Optional<CatalogueItem> forAmount(String decimal) {
        Money amount;
        try {
            amount = Money.parse(decimal, CURRENCY);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (amount.minorUnits() < LEAST || amount.minorUnits() > MOST) {
            return Optional.empty();
        }
        return ITEMS.stream()
                .filter(item -> item.price().equals(amount))
                .findFirst()
                .or(() -> Optional.of(new CatalogueItem(COUNTER, amount, "Order at the counter 柜台订单")));
    }

    private static CatalogueItem item(String id, long minorUnits, String description) {
        return new CatalogueItem(id, new Money(minorUnits, CURRENCY), description);
    }
}
