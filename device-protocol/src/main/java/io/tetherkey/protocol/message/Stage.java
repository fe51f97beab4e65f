package io.tetherkey.protocol.message;

import java.util.Arrays;
import java.util.Optional;

/** Where the phone stands in a session, told in each KEEPALIVE. */
public enum Stage {
    IDLE(0),
    OPENING(1),
    ENTER_PAYMENT_KEY(2),
    /** The bank refused the last payment key and the phone asks again. */
    PAYMENT_KEY_WRONG(3),
    CONFIRM_PAYMENT(4),
    FINISHING(5),
    TRUST_COMPUTER(6),
    UNLOCK(7),
    ENTER_ACTIVATION_CODE(8),
    CHOOSE_PAYMENT_KEY(9),
    REPEAT_PAYMENT_KEY(10),
    CONFIRM_DELETION(11),
    CONFIRM_RENEWAL(12);

    private final int code;

    Stage(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Stage> fromCode(int code) {
        return Arrays.stream(values()).filter(s -> s.code == code).findFirst();
    }
}
