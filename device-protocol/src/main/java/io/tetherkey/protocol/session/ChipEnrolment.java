package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.CertificateIssued;
import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.EnrolmentRequest;
import io.tetherkey.protocol.message.EnrolmentResult;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CertificationRequests;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SealedFlow;
import io.tetherkey.protocol.seal.SecretText;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.VerifiedCertificate;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The chip's end of an enrolment (PROTOCOL.md, "Enrolment: the chip"). Pure: state and event in, state and effect out.
 * The signer stands for the new key, wherever that is kept; it is first used after the user agreed. An exception leaves
 * the caller's state as it was.
 */
public final class ChipEnrolment {
    /** Longest chip chain in bytes, so that an evidence with it stays within its limit. */
    public static final int MOST_CHAIN = 12_288;

    private static final byte[] NOTHING = new byte[0];

    private final Signer newKey;
    private final RandomSource random;

    public ChipEnrolment(Signer newKey, RandomSource random) {
        this.newKey = newKey;
        this.random = random;
    }

    /** Whether a chip chain is within {@link #MOST_CHAIN}. */
    public static boolean isShortEnough(List<byte[]> chain) {
        return chain.stream().mapToInt(each -> each.length).sum() <= MOST_CHAIN;
    }

    /**
     * Checks an EnrolmentOffer; no key is used.
     *
     * @throws ProtocolException NOT_AVAILABLE, whatever was wrong with it
     */
    public static ChipEnrolmentStep open(EnrolmentInput input, BankTrust bank) throws ProtocolException {
        var good = EnrolmentOfferCheck.check(input.offer(), bank, input.now());
        EnrolmentPurpose purpose = good.offer().purpose();
        return new ChipEnrolmentStep(
                new ChipEnrolmentState.ConsentNeeded(
                        good.offer().sessionId(),
                        input.offer().clone(),
                        good.bankSpki(),
                        bank,
                        purpose,
                        input.userName()),
                switch (purpose) {
                    case NEW -> new ChipEnrolmentEffect.AskActivationCode();
                    case RENEWAL -> new ChipEnrolmentEffect.AskRenewal();
                });
    }

    /**
     * Takes one event.
     *
     * @throws ProtocolException UNKNOWN_SESSION, CONFLICT, BAD_ENCODING or BAD_MESSAGE if a message does not fit;
     *     nothing has changed then
     * @throws IllegalStateException if the event is the user's and does not fit the state
     */
    public ChipEnrolmentStep next(ChipEnrolmentState state, ChipEnrolmentEvent event) throws ProtocolException {
        return switch (event) {
            case ChipEnrolmentEvent.Received(byte[] message, Instant now) -> received(state, message, now);
            case ChipEnrolmentEvent.CodeEntered(byte[] publicKey, char[] code) -> first(state, publicKey, code);
            case ChipEnrolmentEvent.RenewalConfirmed(byte[] publicKey, Signer renewed) ->
                renewal(state, publicKey, renewed);
            case ChipEnrolmentEvent.PaymentKeyChosen(byte[] responseKey) -> chosen(state, responseKey);
        };
    }

    // The request

    /** What makes one request different from another. */
    private record Proof(byte[] activationCode, List<byte[]> chain, Signed renewal) {}

    /** Signs TH2 under a label of its own, or signs nothing. */
    private interface Signed {
        byte[] over(byte[] th2);
    }

    private ChipEnrolmentStep first(ChipEnrolmentState state, byte[] publicKey, char[] code) {
        byte[] digits = SecretText.utf8(code);
        try {
            return request(
                    consent(state, EnrolmentPurpose.NEW), publicKey, new Proof(digits, List.of(), th2 -> NOTHING));
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    private ChipEnrolmentStep renewal(ChipEnrolmentState state, byte[] publicKey, Signer renewed) {
        Signed signed = th2 -> renewed.sign(EnrolmentTranscript.renewalInput(th2));
        return request(
                consent(state, EnrolmentPurpose.RENEWAL),
                publicKey,
                new Proof(NOTHING, renewed.certificateChain(), signed));
    }

    private static ChipEnrolmentState.ConsentNeeded consent(ChipEnrolmentState state, EnrolmentPurpose purpose) {
        if (state instanceof ChipEnrolmentState.ConsentNeeded needed && needed.purpose() == purpose) {
            return needed;
        }
        throw unfit(state);
    }

    private ChipEnrolmentStep request(ChipEnrolmentState.ConsentNeeded needed, byte[] publicKey, Proof proof) {
        try {
            EnrolmentOffer offer =
                    EnrolmentOffer.decode(CoseSign1.parse(needed.offer()).payload());
            Suite suite = Suite.fromId(offer.suite()).orElseThrow();
            var encapsulated = AcceptSeal.encapsulate(suite, offer.kemKey(), random);
            var clear = new EnrolmentRequest(needed.sessionId(), suite.id(), encapsulated.enc(), NOTHING);
            byte[] th2 = EnrolmentTranscript.th2(suite, needed.offer(), clear);
            var seal = AcceptSeal.ofChip(suite, SealedFlow.ENROLMENT, encapsulated, th2);
            byte[] message = sealed(clear, seal, th2, contents(needed, publicKey, proof, th2));
            byte[] th3 = Transcript.th3(suite, th2, message);
            var shared = new Established(needed.sessionId(), th3, seal.sessionKeys(th3), needed.bankSpki());
            var exchange =
                    new Exchange(-1, -1, NOTHING, NOTHING).taken(needed.offer()).answered(message);
            return new ChipEnrolmentStep(
                    new ChipEnrolmentState.AwaitingCertificate(
                            shared, exchange, needed.bank(), needed.purpose(), publicKey.clone()),
                    new ChipEnrolmentEffect.Send(message));
        } catch (ProtocolException | SealException e) {
            throw new IllegalStateException("an EnrolmentOffer that was checked does not hold", e);
        }
    }

    private byte[] contents(ChipEnrolmentState.ConsentNeeded needed, byte[] publicKey, Proof proof, byte[] th2) {
        return SessionCodec.encode(new EnrolmentContents.Request(
                CertificationRequests.make(newKey, publicKey),
                List.of(needed.bank().suite()),
                newKey.sign(EnrolmentTranscript.requestInput(th2)),
                needed.userName(),
                proof.activationCode(),
                proof.chain(),
                proof.renewal().over(th2)));
    }

    private static byte[] sealed(EnrolmentRequest clear, AcceptSeal seal, byte[] th2, byte[] contents) {
        try {
            return new EnrolmentRequest(clear.sessionId(), clear.suite(), clear.enc(), seal.seal(th2, contents))
                    .encode();
        } finally {
            Arrays.fill(contents, (byte) 0);
        }
    }

    // What the bank sends

    private ChipEnrolmentStep received(ChipEnrolmentState state, byte[] message, Instant now) throws ProtocolException {
        return switch (state) {
            case ChipEnrolmentState.AwaitingCertificate awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case ChipEnrolmentState.AwaitingCertificate awaiting -> certificate(awaiting, message, now);
            case ChipEnrolmentState.PaymentKeyNeeded needed
            when needed.exchange().isLast(message) ->
                new ChipEnrolmentStep(state, new ChipEnrolmentEffect.AskPaymentKey());
            case ChipEnrolmentState.AwaitingResult awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case ChipEnrolmentState.AwaitingResult awaiting -> result(awaiting, message);
            case ChipEnrolmentState.ConsentNeeded needed -> throw Channel.outOfTurn();
            case ChipEnrolmentState.PaymentKeyNeeded needed -> throw Channel.outOfTurn();
            case ChipEnrolmentState.Closed closed -> throw Channel.outOfTurn();
        };
    }

    private static ChipEnrolmentStep resend(ChipEnrolmentState state, Exchange exchange) {
        return new ChipEnrolmentStep(state, new ChipEnrolmentEffect.Resend(exchange.lastOut()));
    }

    private ChipEnrolmentStep certificate(ChipEnrolmentState.AwaitingCertificate awaiting, byte[] message, Instant now)
            throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(open(shared, awaiting.exchange(), message)
                instanceof EnrolmentContents.SignedCertificateIssued(byte[] signed))) {
            throw Channel.outOfTurn();
        }
        var issued = CertificateIssued.decode(ChipSession.payload(signed, shared, CoseSign1.Use.CERTIFICATE_ISSUED));
        requireSameSession(issued.transcriptHash(), shared);
        List<byte[]> chain = issued.unverifiedChain();
        Instant validUntil = checked(chain, awaiting, now).notAfter();
        var exchange = awaiting.exchange().taken(message);
        return switch (awaiting.purpose()) {
            case NEW ->
                new ChipEnrolmentStep(
                        new ChipEnrolmentState.PaymentKeyNeeded(shared, exchange, chain, validUntil),
                        new ChipEnrolmentEffect.AskPaymentKey());
            case RENEWAL -> {
                byte[] answer = paymentKeySet(shared, exchange, NOTHING);
                yield new ChipEnrolmentStep(
                        new ChipEnrolmentState.AwaitingResult(
                                shared, exchange.answered(answer), awaiting.purpose(), chain, validUntil),
                        new ChipEnrolmentEffect.Renew(chain, validUntil, answer));
            }
        };
    }

    /** The new certificate may begin a little later by the bank's clock than it is by the phone's. */
    private static VerifiedCertificate checked(
            List<byte[]> chain, ChipEnrolmentState.AwaitingCertificate awaiting, Instant now) throws ProtocolException {
        try {
            var certificate = Certificates.verify(
                    chain, awaiting.bank().rootCertificate(), CertificatePurpose.CHIP, now.plus(OfferCheck.CLOCK_SKEW));
            boolean fits = isShortEnough(chain)
                    && certificate.suite() == awaiting.shared().suite()
                    && MessageDigest.isEqual(certificate.spki(), awaiting.publicKey());
            if (fits) {
                return certificate;
            }
        } catch (CertificateException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "issued certificate does not hold", e);
        }
        throw new ProtocolException(StatusCode.BAD_MESSAGE, "issued certificate is not for the new key");
    }

    private ChipEnrolmentStep chosen(ChipEnrolmentState state, byte[] responseKey) {
        if (!(state instanceof ChipEnrolmentState.PaymentKeyNeeded needed)) {
            throw unfit(state);
        }
        byte[] message = paymentKeySet(needed.shared(), needed.exchange(), responseKey);
        return new ChipEnrolmentStep(
                new ChipEnrolmentState.AwaitingResult(
                        needed.shared(),
                        needed.exchange().answered(message),
                        EnrolmentPurpose.NEW,
                        needed.certificateChain(),
                        needed.validUntil()),
                new ChipEnrolmentEffect.Send(message));
    }

    private byte[] paymentKeySet(Established shared, Exchange exchange, byte[] responseKey) {
        byte[] input = EnrolmentTranscript.paymentKeyInput(shared.transcriptHash(), responseKey);
        try {
            var contents = new EnrolmentContents.PaymentKeySet(responseKey, newKey.sign(input));
            return Channel.seal(shared, Direction.CHIP_TO_BANK, exchange.sent(), contents);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    private static ChipEnrolmentStep result(ChipEnrolmentState.AwaitingResult awaiting, byte[] message)
            throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(open(shared, awaiting.exchange(), message)
                instanceof EnrolmentContents.SignedEnrolmentResult(byte[] signed))) {
            throw Channel.outOfTurn();
        }
        var result = EnrolmentResult.decode(ChipSession.payload(signed, shared, CoseSign1.Use.ENROLMENT_RESULT));
        requireSameSession(result.transcriptHash(), shared);
        var closed = new ChipEnrolmentState.Closed(shared.sessionId());
        if (!result.enabled()) {
            return new ChipEnrolmentStep(closed, new ChipEnrolmentEffect.Refused());
        }
        return new ChipEnrolmentStep(
                closed,
                switch (awaiting.purpose()) {
                    case NEW -> new ChipEnrolmentEffect.Enable(awaiting.certificateChain(), awaiting.validUntil());
                    case RENEWAL -> new ChipEnrolmentEffect.Renewed();
                });
    }

    private static void requireSameSession(byte[] transcriptHash, Established shared) throws ProtocolException {
        if (!MessageDigest.isEqual(transcriptHash, shared.transcriptHash())) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "signed part of another enrolment");
        }
    }

    private static SessionContents open(Established shared, Exchange exchange, byte[] message)
            throws ProtocolException {
        return Channel.open(shared, Direction.BANK_TO_CHIP, exchange.received(), message);
    }

    private static IllegalStateException unfit(ChipEnrolmentState state) {
        return new IllegalStateException(
                "the event does not fit " + state.getClass().getSimpleName());
    }
}
