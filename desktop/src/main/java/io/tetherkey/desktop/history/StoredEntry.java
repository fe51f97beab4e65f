package io.tetherkey.desktop.history;

import io.tetherkey.desktop.relay.Journey;
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

    /** An order of which nobody knows yet whether it is paid. */
    static StoredEntry open(Journey journey, Instant time) {
        return byWord(journey, journey.bank().bankId(), SlotResult.NONE, time);
    }

    /** What a bank has said of an order, without a proof. */
    static StoredEntry byWord(Journey journey, String bankId, SlotResult result, Instant time) {
        var order = journey.order();
        return new StoredEntry(
                bankId, order.order().orderId(), result, time, order.signedOrder(), new byte[0], new byte[0]);
    }

    /** The key of {@link #open}. */
    static String openKey(String orderId) {
        return orderId + ":" + SlotResult.NONE.code();
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

    /** Whether the order is paid or never will be. */
    boolean isEnd() {
        return !orderId.isEmpty()
                && switch (result) {
                    case PAID, DECLINED, PAYMENT_FAILED -> true;
                    case NONE, ALLOWED, FAILED, VOID -> false;
                };
    }

    /** Whether nobody knows yet how the order ended. */
    boolean isOpen() {
        return !orderId.isEmpty() && result == SlotResult.NONE;
    }

    /**
     * An order ends once, so its end has one place however often it is told, and so has the question; anything else is
     * told by its time too.
     */
    public String key() {
        return isEnd() || isOpen()
                ? orderId + ":" + result.code()
                : bankId + ":" + orderId + ":" + result.code() + ":" + time.getEpochSecond();
    }
}
