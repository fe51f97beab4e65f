package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What the shop knows of the payment of an order.
 *
 * <pre>
 * WAITING → PAID | DECLINED | FAILED
 * DECLINED, FAILED → PAID     (the buyer tried again and a bank says that it has debited)
 * </pre>
 */
public enum ShopStatus {
    WAITING("waiting"),
    PAID("paid"),
    DECLINED("declined"),
    FAILED("failed");

    private final String code;

    ShopStatus(String code) {
        this.code = code;
    }

    /** The word in the store, in pages and in events. */
    public String code() {
        return code;
    }

    public static Optional<ShopStatus> fromCode(String code) {
        return List.of(values()).stream()
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    static ShopStatus of(Verdict verdict) {
        return switch (verdict) {
            case PAID -> PAID;
            case DECLINED -> DECLINED;
            case FAILED -> FAILED;
        };
    }
}
