package io.tetherkey.protocol.bank;

import java.util.Arrays;
import java.util.Optional;

/** Where an order stands at the bank (DESIGN §6). */
public enum OrderStatus {
    PAID("paid"),
    DECLINED("declined"),
    FAILED("failed"),
    OPEN("open");

    private final String code;

    OrderStatus(String code) {
        this.code = code;
    }

    /** The text on the wire. */
    public String code() {
        return code;
    }

    /** The status of a text from the wire, empty where this version knows none. */
    public static Optional<OrderStatus> fromCode(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
