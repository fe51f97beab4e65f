package io.tetherkey.desktop.history;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;
import java.util.Optional;

/**
 * One result with what was checked of it.
 *
 * @param result {@link SlotResult#NONE} as long as nobody knows how the order ended
 * @param order the shop's order, if this computer has seen it and it holds
 * @param receiptNumber the bank's number, if its receipt holds
 * @param orderSigned whether the order is signed by a shop of the directory
 * @param receiptSigned whether the receipt is signed by the bank
 * @param threeAgree whether the shop's order, the phone's evidence and the bank's receipt speak of one payment
 * @param receiptFile the exported receipt; empty unless all three agree
 */
public record HistoryEntry(
        String key,
        String bankId,
        String orderId,
        SlotResult result,
        Instant time,
        Optional<Order> order,
        Optional<String> receiptNumber,
        Holds orderSigned,
        Holds receiptSigned,
        Holds threeAgree,
        byte[] receiptFile) {

    public HistoryEntry {
        receiptFile = receiptFile.clone();
    }

    @Override
    public byte[] receiptFile() {
        return receiptFile.clone();
    }

    /** Whether everything that could be checked holds, and whether it is enough. */
    public Holds verified() {
        if (orderSigned == Holds.NO || receiptSigned == Holds.NO || threeAgree == Holds.NO) {
            return Holds.NO;
        }
        return threeAgree;
    }
}
