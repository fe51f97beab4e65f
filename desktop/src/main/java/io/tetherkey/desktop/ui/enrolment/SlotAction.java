package io.tetherkey.desktop.ui.enrolment;

import io.tetherkey.protocol.message.SlotInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a bank's slot on the phone. */
public enum SlotAction {
    SET_UP,
    SET_UP_AGAIN,
    RENEW,
    REMOVE;

    /** How long before its end a certificate is offered a renewal on the board. */
    public static final Duration EXPIRES_SOON = Duration.ofDays(60);

    /** The key of its name. */
    public String key() {
        return "slot." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What makes the bank payable, or keeps it so. */
    public static SlotAction main(Optional<SlotInfo> slot, Instant now) {
        return slot.map(each -> isGood(each, now) ? RENEW : SET_UP_AGAIN).orElse(SET_UP);
    }

    private static boolean isGood(SlotInfo slot, Instant now) {
        return slot.enabled() && slot.validUntil().isAfter(now);
    }

    /** What the board offers beside a slot without being asked. */
    public static List<SlotAction> offered(SlotInfo slot, Instant now) {
        if (!isGood(slot, now)) {
            return List.of(SET_UP_AGAIN, REMOVE);
        }
        return slot.validUntil().isBefore(now.plus(EXPIRES_SOON)) ? List.of(RENEW) : List.of();
    }
}
