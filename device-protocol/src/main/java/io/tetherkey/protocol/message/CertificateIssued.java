package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.util.List;

/**
 * The bank's signed word on an EnrolmentRequest (PROTOCOL.md, "Enrolment messages").
 *
 * @param transcriptHash TH3 of the enrolment, 32 bytes
 * @param unverifiedChain the new certificate first, then its issuers without the root, at most three; DER each
 */
public record CertificateIssued(byte[] transcriptHash, List<byte[]> unverifiedChain) {
    private static final int MOST_CERTIFICATES = 3;
    private static final int MOST_CERTIFICATE = 8_192;

    public CertificateIssued {
        transcriptHash = transcriptHash.clone();
        unverifiedChain = unverifiedChain.stream().map(byte[]::clone).toList();
    }

    @Override
    public byte[] transcriptHash() {
        return transcriptHash.clone();
    }

    @Override
    public List<byte[]> unverifiedChain() {
        return unverifiedChain.stream().map(byte[]::clone).toList();
    }

    public byte[] encode() {
        return new CborMapWriter()
                .put(1, transcriptHash)
                .putByteStrings(2, unverifiedChain)
                .encode();
    }

    /** @throws ProtocolException BAD_ENCODING if the bytes are not of this form */
    public static CertificateIssued decode(byte[] payload) throws ProtocolException {
        try {
            var in = CborMapReader.of(payload);
            var issued = new CertificateIssued(
                    in.bytes(1, Fields.HASH, Fields.HASH), in.byteStrings(2, MOST_CERTIFICATES, MOST_CERTIFICATE));
            in.end();
            return issued;
        } catch (CborException e) {
            throw new ProtocolException(StatusCode.BAD_ENCODING, "certificate issued: " + e.getMessage(), e);
        }
    }
}
