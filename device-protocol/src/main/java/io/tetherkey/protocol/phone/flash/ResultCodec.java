package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotResult;

/** Results of the history to bytes and back. */
final class ResultCodec {
    private ResultCodec() {}

    static byte[] encode(PhoneRecord result) {
        return new CborMapWriter()
                .put(1, result.number())
                .put(2, result.bankId())
                .put(3, result.orderId())
                .put(4, result.result().code())
                .put(5, result.time().toEpochMilli())
                .put(6, result.receipt())
                .put(7, result.evidence())
                .encode();
    }

    static byte[] encode(PaymentRequest payment) {
        return new CborMapWriter().put(1, payment.toCbor()).encode();
    }

    static PaymentRequest payment(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            PaymentRequest payment = PaymentRequest.fromCbor(in.value(1));
            in.end();
            return payment;
        } catch (CborException e) {
            throw FlashCodec.damaged("payment", e);
        }
    }

    static PhoneRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            PhoneRecord result = new PhoneRecord(
                    in.integer(1, 1, Long.MAX_VALUE),
                    in.text(2, 64),
                    in.text(3, 32),
                    FlashCodec.known(SlotResult.fromCode((int) in.integer(4, 0, 255))),
                    FlashCodec.time(in, 5),
                    in.bytes(6, 0, LinkCodec.MOST_PROOF),
                    in.bytes(7, 0, LinkCodec.MOST_PROOF));
            in.end();
            return result;
        } catch (CborException e) {
            throw FlashCodec.damaged("result", e);
        }
    }
}
