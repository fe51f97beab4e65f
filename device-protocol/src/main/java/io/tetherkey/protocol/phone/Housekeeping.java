package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.phone.flash.FlashException;
import java.time.Instant;

/**
 * What the phone puts in order when it starts and then once a minute: sessions and enrolments whose time is over, and
 * erasures that the power cut short.
 */
final class Housekeeping {
    private final SlotDesk slots;
    private final EnrolmentDesk enrolments;
    private final SessionDesk sessions;
    private Instant due = Instant.MIN;

    Housekeeping(SlotDesk slots, EnrolmentDesk enrolments, SessionDesk sessions) {
        this.slots = slots;
        this.enrolments = enrolments;
        this.sessions = sessions;
    }

    /** Does it if its time has come. */
    void tick(Instant now) throws FlashException {
        if (!now.isBefore(due)) {
            due = now.plus(PhoneLimits.TIDY);
            slots.tidy();
            enrolments.tidy(now);
            sessions.tidy(now);
        }
    }
}
