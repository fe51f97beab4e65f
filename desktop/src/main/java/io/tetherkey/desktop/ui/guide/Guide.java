package io.tetherkey.desktop.ui.guide;

import io.tetherkey.desktop.phone.PhoneState;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.SlotInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The next thing between the user and a payment. */
public enum Guide {
    PLUG_IN("mdi2c-connection"),
    /** The phone is being asked who it is. */
    GREETING("mdi2d-dots-horizontal"),
    UNLOCK("mdi2l-lock-outline"),
    TRUST("mdi2s-shield-check-outline"),
    /** The phone is there and cannot be used. */
    MEND("mdi2a-alert-outline"),
    /** The phone did not answer, and is asked again only if the user wishes it. */
    ASK_AGAIN("mdi2c-cellphone-off"),
    SET_UP_BANK("mdi2b-bank-plus"),
    /** Nothing: a bank can pay. */
    PAY("mdi2c-check"),
    /** A bank can pay, but how the last payment ended is still being asked. */
    OPEN_QUESTION("mdi2h-help");

    private final String sign;

    Guide(String sign) {
        this.sign = sign;
    }

    /** Where {@code phone} stands, if {@code order} waits for it. */
    static Guide of(PhoneState phone, Optional<Order> order, Instant now) {
        return switch (phone) {
            case PhoneState.Absent() -> PLUG_IN;
            case PhoneState.Unusable(Fault why) -> why == Fault.PHONE_LEFT_ALONE ? ASK_AGAIN : MEND;
            case PhoneState.Greeting() -> GREETING;
            case PhoneState.Locked ignored -> UNLOCK;
            case PhoneState.AskingTrust ignored -> TRUST;
            case PhoneState.Reconnecting away -> of(away.before(), order, now);
            case PhoneState.Ready ready -> canPay(ready.board(), order, now) ? PAY : SET_UP_BANK;
        };
    }

    private static boolean canPay(List<SlotInfo> board, Optional<Order> order, Instant now) {
        return board.stream()
                .filter(slot -> slot.enabled() && slot.validUntil().isAfter(now))
                .anyMatch(slot ->
                        order.map(wanted -> wanted.accepts(slot.bankId())).orElse(true));
    }

    /** What the picture shows on the phone; a name of the Material Design pack. */
    String sign() {
        return sign;
    }

    /** The key of its title. */
    public String key() {
        return "guide." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
