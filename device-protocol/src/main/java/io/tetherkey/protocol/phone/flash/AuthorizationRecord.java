package io.tetherkey.protocol.phone.flash;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.message.PaymentRequest;

/**
 * An approval that was signed. A bank that offers again for the same order, with every field the same, gets it again
 * without a second prompt.
 */
public record AuthorizationRecord(String slotId, PaymentRequest request) {

    byte[] encode() {
        return new CborMapWriter().put(1, slotId).put(2, request.toCbor()).encode();
    }

    static AuthorizationRecord decode(byte[] bytes) throws FlashException {
        try {
            CborMapReader in = CborMapReader.of(bytes);
            AuthorizationRecord authorization =
                    new AuthorizationRecord(in.text(1, 32), PaymentRequest.fromCbor(in.value(2)));
            in.end();
            return authorization;
        } catch (CborException e) {
            throw FlashCodec.damaged("authorization", e);
        }
    }
}
