package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;

/**
 * What the bank signs at the end of a payment (PROTOCOL.md, "Receipt"). It names the order and the evidence by hash and
 * holds no balance.
 *
 * @param orderHash SHA-256 of the signed order, 32 bytes
 * @param evidenceHash SHA-256 of the chip's evidence, 32 bytes
 * @param receiptNumber the bank's own number, at most 40 characters
 * @param time when the bank decided, to the second
 */
public record ReceiptContents(
        String bankId,
        String orderId,
        byte[] orderHash,
        byte[] evidenceHash,
        Verdict verdict,
        String receiptNumber,
        Instant time) {
    private static final int VERSION = 1;
    private static final int MOST_NUMBER = 40;

    public ReceiptContents {
        orderHash = orderHash.clone();
        evidenceHash = evidenceHash.clone();
    }

    @Override
    public byte[] orderHash() {
        return orderHash.clone();
    }

    @Override
    public byte[] evidenceHash() {
        return evidenceHash.clone();
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, VERSION)
                .put(2, bankId)
                .put(3, orderId)
                .put(4, orderHash)
                .put(5, evidenceHash)
                .put(6, verdict.code())
                .put(7, receiptNumber)
                .put(8, time.getEpochSecond())
                .encode();
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not a receipt of version 1 */
    public static ReceiptContents decode(byte[] bytes) throws ProtocolException {
        try {
            var in = CborMapReader.of(bytes);
            in.integer(1, VERSION, VERSION);
            var contents = new ReceiptContents(
                    in.text(2, Fields.MOST_BANK_ID),
                    in.text(3, 32),
                    in.bytes(4, Fields.HASH, Fields.HASH),
                    in.bytes(5, Fields.HASH, Fields.HASH),
                    Fields.known(Verdict.fromCode((int) in.integer(6, 0, 255))),
                    in.text(7, MOST_NUMBER),
                    Fields.instant(in, 8));
            in.end();
            return contents;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "receipt: " + e.getMessage(), e);
        }
    }
}
