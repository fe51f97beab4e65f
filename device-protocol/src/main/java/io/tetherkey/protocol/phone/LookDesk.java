package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.ComputerInfo;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.BankName;
import io.tetherkey.protocol.phone.screen.PastResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the person looks at on the phone itself: past results and trusted computers. Reads the flash, changes nothing. */
record LookDesk(FlashStore flash, TrustDesk trust) {
    /** Results that one screen lists, the newest. */
    private static final int MOST_SHOWN = 100;

    /** The page that a deed leads to; every deed that fits no page leaves what is shown. */
    Foreground next(Foreground shown, UserAction.Look look) throws FlashException {
        if (!(shown instanceof Foreground.Resting)) {
            return shown;
        }
        return switch (look) {
            case UserAction.ShowHome() -> new Foreground.Idle();
            case UserAction.ShowRecords() -> new Foreground.RecordsShown(results());
            case UserAction.ShowComputers() -> computers();
            case UserAction.Revoke(byte[] handle) -> revocation(shown, handle);
        };
    }

    Foreground.ComputersShown computers() throws FlashException {
        return new Foreground.ComputersShown(trust.list(Carrier.phoneItself()));
    }

    private Foreground revocation(Foreground shown, byte[] handle) throws FlashException {
        for (ComputerInfo known : trust.list(Carrier.phoneItself())) {
            if (Arrays.equals(known.handle(), handle)) {
                return new Foreground.RevocationAsked(handle, known.name());
            }
        }
        return shown;
    }

    /** The newest first. A login that only opened the way to a payment is told by the payment's own result. */
    private List<PastResult> results() throws FlashException {
        Map<String, BankName> names = new HashMap<>();
        for (SlotRecord slot : flash.slots()) {
            names.put(slot.bankId(), Foreground.nameOf(slot));
        }
        Set<String> ended = new HashSet<>();
        List<PastResult> shown = new ArrayList<>();
        for (PhoneRecord record : flash.results(0).reversed()) {
            boolean onTheWay = record.result() == SlotResult.ALLOWED && ended.contains(record.orderId());
            if (!record.orderId().isEmpty()) {
                ended.add(record.orderId());
            }
            if (!onTheWay && shown.size() < MOST_SHOWN) {
                BankName bank = names.getOrDefault(record.bankId(), new BankName(record.bankId(), record.bankId()));
                shown.add(new PastResult(bank, record.result(), record.time(), flash.payment(record.number())));
            }
        }
        return shown;
    }
}
