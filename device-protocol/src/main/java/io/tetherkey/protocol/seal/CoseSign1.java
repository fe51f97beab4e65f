package io.tetherkey.protocol.seal;

import io.tetherkey.protocol.cbor.CborDecoder;
import io.tetherkey.protocol.cbor.CborEncoder;
import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.util.List;
import java.util.TreeMap;

/**
 * A COSE_Sign1 without tag (RFC 9052 section 4.2) in the strict profile: the protected header holds the algorithm (1)
 * and, where it travels, the certificate chain (33, RFC 9360); the unprotected header is empty. What was signed is told
 * apart by a {@link Use} in the external additional data.
 */
public final class CoseSign1 {
    /** What a signature is for; a signature for one use never holds for another. */
    public enum Use {
        OFFER("TK1 offer"),
        LOGIN_RESULT("TK1 login result"),
        EVIDENCE("TK1 evidence"),
        RECEIPT("TK1 receipt"),
        ORDER("TK1 order"),
        DIRECTORY("TK1 directory"),
        ENROLMENT_OFFER("TK1 enrolment offer"),
        CERTIFICATE_ISSUED("TK1 certificate issued"),
        ENROLMENT_RESULT("TK1 enrolment result");

        private final byte[] label;

        Use(String label) {
            this.label = Octets.ascii(label);
        }
    }

    /** Longest certificate chain that a header carries. */
    public static final int MOST_CERTIFICATES = 3;
    /** Longest certificate in bytes. */
    public static final int MOST_CERTIFICATE = 8_192;

    private static final int ALGORITHM = 1;
    private static final int CHAIN = 33;

    private final byte[] protectedHeader;
    private final Suite suite;
    private final List<byte[]> unverifiedChain;
    private final byte[] payload;
    private final byte[] signature;

    private CoseSign1(
            byte[] protectedHeader, Suite suite, List<byte[]> unverifiedChain, byte[] payload, byte[] signature) {
        this.protectedHeader = protectedHeader;
        this.suite = suite;
        this.unverifiedChain = unverifiedChain;
        this.payload = payload;
        this.signature = signature;
    }

    /** Signs without the chain: the reader has it already. */
    public static CoseSign1 sign(Signer signer, Use use, byte[] payload) {
        return sign(signer, use, payload, List.of());
    }

    /** Signs and carries the signer's chain in the protected header. */
    public static CoseSign1 signWithChain(Signer signer, Use use, byte[] payload) {
        return sign(signer, use, payload, signer.certificateChain());
    }

    private static CoseSign1 sign(Signer signer, Use use, byte[] payload, List<byte[]> chain) {
        var header = new CborMapWriter().put(ALGORITHM, signer.suite().coseAlgorithm());
        if (!chain.isEmpty()) {
            header.putByteStrings(CHAIN, chain);
        }
        byte[] encodedHeader = header.encode();
        byte[] signature = signer.sign(toBeSigned(encodedHeader, use, payload));
        return new CoseSign1(encodedHeader, signer.suite(), List.copyOf(chain), payload.clone(), signature);
    }

    /** @throws SealException if the bytes are not a COSE_Sign1 of this profile */
    public static CoseSign1 parse(byte[] bytes) throws SealException {
        try {
            if (CborDecoder.decode(bytes) instanceof CborValue.Array(List<CborValue> items)
                    && items.size() == 4
                    && items.get(0) instanceof CborValue.Bytes(byte[] header)
                    && items.get(1) instanceof CborValue.MapOf unprotected
                    && unprotected.entries().isEmpty()
                    && items.get(2) instanceof CborValue.Bytes(byte[] payload)
                    && items.get(3) instanceof CborValue.Bytes(byte[] signature)) {
                return of(header, payload, signature);
            }
        } catch (CborException e) {
            throw new SealException("COSE_Sign1: " + e.getMessage());
        }
        throw new SealException("not a COSE_Sign1");
    }

    /** @throws SealException if the header is not one of this profile */
    static CoseSign1 of(byte[] header, byte[] payload, byte[] signature) throws SealException {
        try {
            var in = CborMapReader.of(header);
            long algorithm = in.integer(ALGORITHM, Integer.MIN_VALUE, Integer.MAX_VALUE);
            List<byte[]> chain = in.has(CHAIN) ? in.byteStrings(CHAIN, MOST_CERTIFICATES, MOST_CERTIFICATE) : List.of();
            in.end();
            var suite = Suite.fromCoseAlgorithm(algorithm)
                    .orElseThrow(() -> new SealException("COSE_Sign1: unknown algorithm"));
            return new CoseSign1(header, suite, chain, payload, signature);
        } catch (CborException e) {
            throw new SealException("COSE_Sign1 header: " + e.getMessage());
        }
    }

    /** Whether the key made this signature for this use. The key must be of the header's algorithm. */
    public boolean isSignedBy(byte[] spki, Use use) {
        return suite.verify(spki, toBeSigned(protectedHeader, use, payload), signature);
    }

    public Suite suite() {
        return suite;
    }

    /** The chain in the header as it came; check it with {@link Certificates} before use. */
    public List<byte[]> unverifiedChain() {
        return unverifiedChain;
    }

    /** The payload; trust it only after {@link #isSignedBy}. */
    public byte[] payload() {
        return payload.clone();
    }

    byte[] protectedHeader() {
        return protectedHeader.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    public byte[] encode() {
        return CborEncoder.encode(new CborValue.Array(List.of(
                new CborValue.Bytes(protectedHeader),
                new CborValue.MapOf(new TreeMap<>()),
                new CborValue.Bytes(payload),
                new CborValue.Bytes(signature))));
    }

    /** Sig_structure of RFC 9052 section 4.4. */
    static byte[] toBeSigned(byte[] header, Use use, byte[] payload) {
        return CborEncoder.encode(new CborValue.Array(List.of(
                new CborValue.Text("Signature1"),
                new CborValue.Bytes(header),
                new CborValue.Bytes(use.label),
                new CborValue.Bytes(payload))));
    }
}
