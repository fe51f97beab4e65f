package io.tetherkey.protocol.seal;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.PaymentRequest;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The chip's signature over the payment as it was displayed (PROTOCOL.md, "Evidence"). It exists in two forms: whole, as
 * it goes sealed to the bank and into the bank's log, and detached, without the payment, as the phone hands it to the PC
 * so that no payee crosses the cable in clear. Whoever has the signed order turns one into the other.
 */
public final class Evidence {
    private static final int VERSION = 1;
    private static final int VERSION_FIELD = 1;
    private static final int REQUEST_FIELD = 2;
    private static final int HASH = 32;
    private static final int MOST_HEADER = 24_576;
    private static final int MOST_SIGNATURE = 4_096;

    private final CoseSign1 cose;
    private final Facts facts;

    private Evidence(CoseSign1 cose, Facts facts) {
        this.cose = cose;
        this.facts = facts;
    }

    /**
     * What was signed.
     *
     * @param transcriptHash TH3 of the session, 32 bytes
     * @param counter grows by one with each signature of the slot
     * @param previousHash SHA-256 of the slot's evidence before, 32 zero bytes for the first
     */
    public record Facts(
            PaymentRequest request,
            byte[] transcriptHash,
            Decision decision,
            long counter,
            byte[] previousHash,
            Path path) {
        public Facts {
            transcriptHash = transcriptHash.clone();
            previousHash = previousHash.clone();
        }

        @Override
        public byte[] transcriptHash() {
            return transcriptHash.clone();
        }

        @Override
        public byte[] previousHash() {
            return previousHash.clone();
        }

        private CborMapWriter withoutRequest() {
            return new CborMapWriter()
                    .put(VERSION_FIELD, VERSION)
                    .put(3, transcriptHash)
                    .put(4, decision.code())
                    .put(5, counter)
                    .put(6, previousHash)
                    .put(7, path.code());
        }

        private byte[] encode() {
            return withoutRequest().put(REQUEST_FIELD, request.toCbor()).encode();
        }

        private static Facts decode(CborMapReader in, PaymentRequest request) throws CborException {
            in.integer(VERSION_FIELD, VERSION, VERSION);
            var facts = new Facts(
                    request,
                    in.bytes(3, HASH, HASH),
                    known(Decision.fromCode((int) in.integer(4, 0, 255))),
                    in.integer(5, 1, Long.MAX_VALUE),
                    in.bytes(6, HASH, HASH),
                    known(Path.fromCode((int) in.integer(7, 0, 255))));
            in.end();
            return facts;
        }

        private static <T> T known(Optional<T> code) throws CborException {
            return code.orElseThrow(() -> new CborException("unknown code"));
        }
    }

    /** The chip's act of signing. */
    public static Evidence sign(Signer chip, Facts facts) {
        return new Evidence(CoseSign1.signWithChain(chip, CoseSign1.Use.EVIDENCE, facts.encode()), facts);
    }

    /** @throws SealException if the bytes are not evidence; the signature is not checked yet */
    public static Evidence parse(byte[] whole) throws SealException {
        var cose = CoseSign1.parse(whole);
        try {
            var in = CborMapReader.of(cose.payload());
            var request = PaymentRequest.fromCbor(in.value(REQUEST_FIELD));
            return new Evidence(cose, Facts.decode(in, request));
        } catch (CborException e) {
            throw new SealException("evidence: " + e.getMessage());
        }
    }

    /** @throws SealException if the bytes are not detached evidence; the signature is not checked yet */
    public static Evidence attach(byte[] detached, PaymentRequest request) throws SealException {
        try {
            var in = CborMapReader.of(detached);
            byte[] header = in.bytes(1, 1, MOST_HEADER);
            var facts = Facts.decode(CborMapReader.of(in.value(2)), request);
            byte[] signature = in.bytes(3, 1, MOST_SIGNATURE);
            in.end();
            return new Evidence(CoseSign1.of(header, facts.encode(), signature), facts);
        } catch (CborException e) {
            throw new SealException("evidence: " + e.getMessage());
        }
    }

    public boolean isSignedBy(byte[] chipSpki) {
        return cose.isSignedBy(chipSpki, CoseSign1.Use.EVIDENCE);
    }

    /** The chip's chain as it came; check it with {@link Certificates} before use. */
    public List<byte[]> unverifiedChain() {
        return cose.unverifiedChain();
    }

    /** What was signed; trust it only after {@link #isSignedBy}. */
    public Facts facts() {
        return facts;
    }

    public byte[] whole() {
        return cose.encode();
    }

    /** SHA-256 of the whole form, 32 bytes. */
    public byte[] hash() {
        return Hashes.sha256(whole());
    }

    public byte[] detached() {
        return new CborMapWriter()
                .put(1, cose.protectedHeader())
                .put(
                        2,
                        new CborValue.MapOf(
                                new TreeMap<>(facts.withoutRequest().toValue().entries())))
                .put(3, cose.signature())
                .encode();
    }
}
