package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What the phone tells out of its flash without spending a try. */
final class Board {
    private static final int MOST_RECORDS = 64;
    /** Receipts and evidence that one answer carries, in bytes, so that it stays within a message. */
    private static final int MOST_PROOF = 32_768;

    private final FlashStore flash;

    Board(FlashStore flash) {
        this.flash = flash;
    }

    List<SlotInfo> slots() throws FlashException {
        return flash.slots().stream()
                .filter(slot -> !slot.leaving())
                .map(Board::info)
                .toList();
    }

    /** The oldest results with a number above {@code since}, as many as one answer holds and at least one. */
    List<PhoneRecord> records(long since) throws FlashException {
        List<PhoneRecord> page = new ArrayList<>();
        int proof = 0;
        for (PhoneRecord result : flash.results(since)) {
            proof += result.receipt().length + result.evidence().length;
            if (page.size() == MOST_RECORDS || (proof > MOST_PROOF && !page.isEmpty())) {
                return page;
            }
            page.add(result);
        }
        return page;
    }

    static LinkReply refusal(StatusCode status) {
        return new LinkReply.Refusal(status, OptionalInt.empty());
    }

    static SlotInfo info(SlotRecord slot) {
        return new SlotInfo(
                slot.slotId(),
                slot.bankId(),
                slot.nameEn(),
                slot.nameZh(),
                slot.suite(),
                slot.enabled(),
                slot.validUntil(),
                slot.attemptsLeft(),
                slot.lastResult());
    }
}
