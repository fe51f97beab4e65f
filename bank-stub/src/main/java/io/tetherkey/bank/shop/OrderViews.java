package io.tetherkey.bank.shop;

import io.tetherkey.bank.web.page.PageLanguage;
import java.time.Clock;

/** Turns what the shop keeps into what a reader sees. */
final class OrderViews {
    private final BankNames bankNames;
    private final Clock clock;

    OrderViews(BankNames bankNames, Clock clock) {
        this.bankNames = bankNames;
        this.clock = clock;
    }

    OrderView of(ShopOrder order, PageLanguage language) {
        String bank = order.bankId().isEmpty() ? "" : bankNames.name(order.bankId(), language);
        return new OrderView(order.order().orderId(), order.shownStatus(clock.instant()), bank, order.receiptNumber());
    }
}
