package io.tetherkey.desktop.history;

import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;
import java.time.Instant;

/**
 * One result as it is stored; nothing in it is checked yet.
 *
 * @param orderId empty for a login without an order
 * @param unverifiedOrder the shop's signed order, or empty if this computer has not seen it
 * @param evidence the chip's evidence without the order, or empty
 * @param receipt the bank's receipt, or empty
 */
public record StoredEntry(
        String bankId,
        String orderId,
        SlotResult result,
        Instant time,
        byte[] unverifiedOrder,
        byte[] evidence,
        byte[] receipt) {

    public StoredEntry {
        unverifiedOrder = unverifiedOrder.clone();
        evidence = evidence.clone();
        receipt = receipt.clone();
    }

    /** What the phone holds of a result. */
    static StoredEntry of(PhoneRecord record) {
        return new StoredEntry(
                record.bankId(),
                record.orderId(),
                record.result(),
                record.time(),
                new byte[0],
                record.evidence(),
                record.receipt());
    }

    @Override
    public byte[] unverifiedOrder() {
        return unverifiedOrder.clone();
    }

    @Override
    public byte[] evidence() {
        return evidence.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    /** An order ends once, so its end has one place however often it is told; anything else is told by its time too. */
    public String key() {
        boolean end = result == SlotResult.PAID || result == SlotResult.DECLINED || result == SlotResult.PAYMENT_FAILED;
        return end && !orderId.isEmpty()
                ? orderId + ":" + result.code()
                : bankId + ":" + orderId + ":" + result.code() + ":" + time.getEpochSecond();
    }
}
