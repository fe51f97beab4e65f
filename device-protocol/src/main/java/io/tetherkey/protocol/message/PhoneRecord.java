package io.tetherkey.protocol.message;

import java.time.Instant;

/**
 * One result out of the phone's flash.
 *
 * @param number grows by one with each record of this phone
 * @param orderId empty for a login without an order
 * @param receipt the bank's COSE_Sign1, or empty
 * @param evidence the chip's evidence without the order, or empty
 */
public record PhoneRecord(
        long number, String bankId, String orderId, SlotResult result, Instant time, byte[] receipt, byte[] evidence) {
    public PhoneRecord {
        receipt = receipt.clone();
        evidence = evidence.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    @Override
    public byte[] evidence() {
        return evidence.clone();
    }
}
