package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.time.Instant;

/**
 * The bank's signed word on the end of an enrolment (PROTOCOL.md, "Enrolment messages").
 *
 * @param transcriptHash TH3 of the enrolment, 32 bytes
 * @param enabled whether payments can be made with the new certificate from now on
 * @param time of the bank's clock, to the second
 */
public record EnrolmentResult(byte[] transcriptHash, boolean enabled, Instant time) {
    public EnrolmentResult {
        transcriptHash = transcriptHash.clone();
    }

    @Override
    public byte[] transcriptHash() {
        return transcriptHash.clone();
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, transcriptHash)
                .put(2, enabled)
                .put(3, time.getEpochSecond())
                .encode();
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not of this form */
    public static EnrolmentResult decode(byte[] payload) throws ProtocolException {
        try {
            var in = CborMapReader.of(payload);
            var result = new EnrolmentResult(in.bytes(1, Fields.HASH, Fields.HASH), in.bool(2), Fields.instant(in, 3));
            in.end();
            return result;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "enrolment result: " + e.getMessage(), e);
        }
    }
}
