package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.FlashUpdate;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.Screen;
import java.time.Instant;
import java.util.Optional;

/**
 * Deletes slots: the user's yes is durable first, then the chip erases, then the slot goes. What a power cut leaves
 * undone is finished when the phone starts again. The history stays.
 */
record SlotDesk(FlashStore flash, CryptoChip chip) {

    /** A slot that is not there is deleted already. */
    SessionTurn ask(String slotId, Instant now) throws FlashException {
        Optional<SlotRecord> slot = flash.slot(slotId).filter(own -> !own.leaving());
        return slot.isEmpty()
                ? new SessionTurn.Repeated(new LinkReply.Done())
                : new SessionTurn.Asking(new Foreground.DeletionAsked(
                        slotId, Foreground.nameOf(slot.get()), now.plus(PhoneLimits.PROMPT)));
    }

    SessionTurn confirmed(Foreground.DeletionAsked asked, Instant now) throws FlashException {
        Optional<SlotRecord> slot = flash.slot(asked.slotId());
        if (slot.isPresent()) {
            FlashUpdate update = flash.update().put(slot.get().asLeaving());
            new StoredSessions(flash).closeEnrolments(asked.slotId(), update);
            update.commit();
            tidy();
        }
        Screen screen = new Screen.SlotChanged(asked.bank(), Screen.SlotChange.DELETED);
        return new SessionTurn.Answered(new LinkReply.Done(), notice(screen, now));
    }

    SessionTurn stop(Foreground.DeletionAsked asked, StatusCode status, Screen.Reason reason, Instant now) {
        return new SessionTurn.Answered(Board.refusal(status), notice(new Screen.Stopped(asked.bank(), reason), now));
    }

    /** Finishes every deletion that was confirmed. */
    void tidy() throws FlashException {
        for (SlotRecord slot : flash.slots()) {
            if (slot.leaving()) {
                chip.erase(slot.slotId());
                flash.update().forgetSlot(slot, flash.sessions()).commit();
                flash.scrub();
            }
        }
    }

    private static Foreground notice(Screen screen, Instant now) {
        return new Foreground.Notice(screen, now.plus(PhoneLimits.NOTICE));
    }
}
