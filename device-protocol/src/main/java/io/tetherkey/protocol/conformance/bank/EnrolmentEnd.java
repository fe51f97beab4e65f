package io.tetherkey.protocol.conformance.bank;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.message.CertificateIssued;
import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.EnrolmentRequest;
import io.tetherkey.protocol.message.EnrolmentResult;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SealedMessage;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CertificationRequests;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SealedFlow;
import io.tetherkey.protocol.seal.SessionKeys;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The bank's end of one enrolment with its keys in hand, so that each answer can be made right or wrong. */
public final class EnrolmentEnd {
    private final BankKey bank;
    private final Suite suite;
    private final KemKeyPair kemKeys;
    private final byte[] sessionId;
    private final byte[] offer;
    private Optional<Asked> asked = Optional.empty();
    private long toChip;

    /**
     * What the EnrolmentRequest told; its signatures hold.
     *
     * @param newKey the key that is to be certified, DER SubjectPublicKeyInfo
     */
    public record Asked(EnrolmentContents.Request contents, byte[] newKey, byte[] th3, SessionKeys keys) {
        @Override
        public String toString() {
            return "Asked[secret]";
        }
    }

    public EnrolmentEnd(BankKey bank, EnrolmentPurpose purpose, Instant now, RandomSource random) {
        this.bank = bank;
        this.suite = bank.signer().suite();
        this.kemKeys = suite.generateKemKeyPair(random);
        this.sessionId = random.bytes(16);
        var payload = new EnrolmentOffer(
                bank.bankId(),
                sessionId,
                List.of(suite.id()),
                suite.id(),
                kemKeys.publicKey(),
                random.bytes(32),
                now,
                EnrolmentOffer.MOST_TIME_TO_LIVE,
                purpose);
        this.offer = CoseSign1.signWithChain(bank.signer(), CoseSign1.Use.ENROLMENT_OFFER, payload.encode())
                .encode();
    }

    public BankKey bank() {
        return bank;
    }

    public byte[] offer() {
        return offer.clone();
    }

    public byte[] sessionId() {
        return sessionId.clone();
    }

    // From the chip

    /** Opens an EnrolmentRequest and checks that the new key has signed it, and for a renewal the renewed key too. */
    public Asked request(byte[] message) throws CaseFailure {
        try {
            EnrolmentRequest request = EnrolmentRequest.decode(message);
            CaseFailure.unless(
                    Arrays.equals(request.sessionId(), sessionId) && request.suite() == suite.id(),
                    "the EnrolmentOffer's session and suite",
                    "others");
            byte[] th2 = suite.transcriptHash(suite.transcriptHash(offer), request.clearPart());
            AcceptSeal seal = AcceptSeal.ofBank(suite, SealedFlow.ENROLMENT, kemKeys, request.enc(), th2);
            if (!(SessionCodec.decode(seal.open(th2, request.sealed())) instanceof EnrolmentContents.Request told)) {
                throw new CaseFailure("contents of an EnrolmentRequest", "other contents");
            }
            byte[] newKey = CertificationRequests.verify(told.certificationRequest(), suite);
            requireSigned(newKey, labelled("TK1 enrolment request", th2), told.signature());
            if (!told.unverifiedChain().isEmpty()) {
                byte[] renewed = Certificates.spki(told.unverifiedChain().getFirst());
                requireSigned(renewed, labelled("TK1 renewal", th2), told.renewalSignature());
            }
            byte[] th3 = suite.transcriptHash(th2, message);
            Asked result = new Asked(told, newKey, th3, seal.sessionKeys(th3));
            asked = Optional.of(result);
            return result;
        } catch (ProtocolException | SealException | CertificateException e) {
            throw new CaseFailure("an EnrolmentRequest that opens", String.valueOf(e.getMessage()));
        }
    }

    /** Opens a PaymentKeySet and checks that the new key has signed it. */
    public EnrolmentContents.PaymentKeySet paymentKey(byte[] message) throws CaseFailure {
        try {
            SealedMessage envelope = SealedMessage.decode(message);
            byte[] header = SealedMessage.header(sessionId, 0);
            SessionContents contents =
                    SessionCodec.decode(asked().keys().open(Direction.CHIP_TO_BANK, 0, header, envelope.sealed()));
            if (!(contents instanceof EnrolmentContents.PaymentKeySet set)) {
                throw new CaseFailure("contents of a PaymentKeySet", "other contents");
            }
            requireSigned(
                    asked().newKey(),
                    labelled("TK1 payment key set", asked().th3(), set.responseKey()),
                    set.signature());
            return set;
        } catch (ProtocolException | SealException e) {
            throw new CaseFailure("a PaymentKeySet that opens", String.valueOf(e.getMessage()));
        }
    }

    private void requireSigned(byte[] spki, byte[] input, byte[] signature) throws CaseFailure {
        CaseFailure.unless(suite.verify(spki, input, signature), "a signature that holds", "another one");
    }

    private static byte[] labelled(String label, byte[]... parts) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private Asked asked() {
        return asked.orElseThrow(() -> new IllegalStateException("a case takes the EnrolmentRequest first"));
    }

    // To the chip

    /** A CertificateIssued that anyone signed, under the sequence that is due; it stays due until {@link #taken}. */
    public byte[] issuedBy(Signer signer, List<byte[]> chain) {
        byte[] signed = CoseSign1.sign(
                        signer, CoseSign1.Use.CERTIFICATE_ISSUED, new CertificateIssued(asked().th3(), chain).encode())
                .encode();
        return seal(new EnrolmentContents.SignedCertificateIssued(signed));
    }

    /** The same as the bank signs it. */
    public byte[] issued(List<byte[]> chain) {
        return issuedBy(bank.signer(), chain);
    }

    public byte[] enabled(Instant now) {
        return result(new EnrolmentResult(asked().th3(), true, now));
    }

    public byte[] notEnabled(Instant now) {
        return result(new EnrolmentResult(asked().th3(), false, now));
    }

    /** The chip took the last message: the next one has the next sequence. */
    public void taken() {
        toChip++;
    }

    private byte[] result(EnrolmentResult result) {
        byte[] signed = CoseSign1.sign(bank.signer(), CoseSign1.Use.ENROLMENT_RESULT, result.encode())
                .encode();
        return seal(new EnrolmentContents.SignedEnrolmentResult(signed));
    }

    private byte[] seal(SessionContents contents) {
        byte[] header = SealedMessage.header(sessionId, toChip);
        byte[] sealed = asked().keys().seal(Direction.BANK_TO_CHIP, toChip, header, SessionCodec.encode(contents));
        return new SealedMessage(sessionId, toChip, sealed).encode();
    }

    /** A signer of this bank's suite and chain whose key the chain does not name. */
    public Signer stranger(RandomSource random) {
        return suite.signer(suite.generateKeyPair(random).pkcs8(), bank.signer().certificateChain());
    }

    /** Somebody else's public key of this suite, DER SubjectPublicKeyInfo. */
    public byte[] foreignKey(RandomSource random) {
        return suite.generateKeyPair(random).spki();
    }
}
