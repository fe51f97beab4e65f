package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.CertificateIssued;
import io.tetherkey.protocol.message.EnrolmentContents;
import io.tetherkey.protocol.message.EnrolmentOffer;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.EnrolmentRequest;
import io.tetherkey.protocol.message.EnrolmentResult;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CertificationRequests;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SealedFlow;
import io.tetherkey.protocol.seal.SecretText;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Suite;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The bank's end of an enrolment (PROTOCOL.md, "Enrolment: the bank"). Pure: state and event in, state and effect out;
 * clock and store are the caller's, randomness is injected. An exception leaves the caller's state as it was.
 *
 * <p>What is decided outside:
 *
 * <ul>
 *   <li>{@link #open}: whether an offer is made at all, for which purpose, and how long it lives. After its time every
 *       message is SESSION_EXPIRED; the state knows no clock.
 *   <li>{@link BankEnrolmentEffect.VerifyActivation}: whether the user has an activation code of this text that is
 *       neither used up, nor expired, nor void. Charge the try first, compare in constant time, refund it if right. A
 *       no ends the HTTP request with a problem and leaves the stored state as it was, but the try stays spent; the same
 *       bytes sent again must not spend another one. A yes: sign an X.509 certificate for the public key (purpose chip,
 *       an opaque common name, a start at least five minutes ago) and give {@link BankEnrolmentEvent.Issued}. The
 *       certificate is pending: no Accept may be made with it yet. The code should be used up only by EnableSlot, so
 *       that a user who cancels may begin again.
 *   <li>{@link BankEnrolmentEffect.VerifyRenewal}: whether the first certificate of the chain leads to the own root, is
 *       in its time, neither void nor revoked, and belongs to the user with that name. It may itself be a pending
 *       renewal: then this is the first message signed by it, and it becomes active in the same transaction. A yes:
 *       issue a pending certificate for the same customer and slot.
 *   <li>{@link BankEnrolmentEffect.EnableSlot}: one transaction stores the response key, makes the certificate active
 *       with ten attempts, uses the code up, supersedes what the customer's slot had, and stores the state and answer
 *       that {@link BankEnrolmentEvent.Enabled} gives.
 *   <li>{@link BankEnrolmentEffect.ActivateRenewal}: one transaction makes the pending certificate active and the old one
 *       superseded; response key and attempts stay. An Accept signed by the pending certificate does the same.
 * </ul>
 */
public final class BankEnrolment {
    private static final byte[] NOTHING = new byte[0];

    private final BankIdentity identity;
    private final RandomSource random;

    public BankEnrolment(BankIdentity identity, RandomSource random) {
        this.identity = identity;
        this.random = random;
    }

    /** Makes a signed EnrolmentOffer with a fresh KEM key. */
    public BankEnrolmentStep open(EnrolmentTerms terms) {
        Suite suite = identity.signer().suite();
        var kemKeys = suite.generateKemKeyPair(random);
        var offer = new EnrolmentOffer(
                identity.bankId(),
                terms.sessionId(),
                identity.suites(),
                suite.id(),
                kemKeys.publicKey(),
                random.bytes(Offer.NONCE),
                terms.issuedAt(),
                terms.timeToLive(),
                terms.purpose());
        byte[] signed = CoseSign1.signWithChain(identity.signer(), CoseSign1.Use.ENROLMENT_OFFER, offer.encode())
                .encode();
        return new BankEnrolmentStep(
                new BankEnrolmentState.Offered(terms.sessionId().clone(), signed, kemKeys, terms.purpose()),
                new BankEnrolmentEffect.Send(signed));
    }

    /**
     * Takes one event.
     *
     * @throws ProtocolException UNKNOWN_SESSION, CONFLICT, SUITE, BAD_ENCODING or BAD_MESSAGE if a message does not fit;
     *     nothing has changed then
     * @throws IllegalStateException if the event is the caller's own and does not fit the state
     */
    public BankEnrolmentStep next(BankEnrolmentState state, BankEnrolmentEvent event) throws ProtocolException {
        return switch (event) {
            case BankEnrolmentEvent.Received(byte[] message) -> received(state, message);
            case BankEnrolmentEvent.Issued(List<byte[]> chain) ->
                issued(expect(state, BankEnrolmentState.RequestPresented.class), chain);
            case BankEnrolmentEvent.Enabled(Instant at) ->
                concluded(expect(state, BankEnrolmentState.KeyPresented.class), true, at);
            case BankEnrolmentEvent.NotEnabled(Instant at) ->
                concluded(expect(state, BankEnrolmentState.KeyPresented.class), false, at);
        };
    }

    private BankEnrolmentStep received(BankEnrolmentState state, byte[] message) throws ProtocolException {
        return switch (state) {
            case BankEnrolmentState.Offered offered -> request(offered, message);
            case BankEnrolmentState.AwaitingPaymentKey awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case BankEnrolmentState.AwaitingPaymentKey awaiting -> paymentKey(awaiting, message);
            case BankEnrolmentState.Finished finished
            when finished.exchange().isLast(message) -> resend(state, finished.exchange());
            case BankEnrolmentState.Finished finished -> throw Channel.outOfTurn();
            case BankEnrolmentState.RequestPresented presented -> throw Channel.outOfTurn();
            case BankEnrolmentState.KeyPresented presented -> throw Channel.outOfTurn();
        };
    }

    private static BankEnrolmentStep resend(BankEnrolmentState state, Exchange exchange) {
        return new BankEnrolmentStep(state, new BankEnrolmentEffect.Resend(exchange.lastOut()));
    }

    private BankEnrolmentStep request(BankEnrolmentState.Offered offered, byte[] message) throws ProtocolException {
        Suite suite = identity.signer().suite();
        var request = EnrolmentRequest.decode(message);
        Channel.requireSession(offered.sessionId(), request.sessionId());
        if (request.suite() != suite.id()) {
            throw new ProtocolException(StatusCode.SUITE, "EnrolmentRequest in another suite than offered");
        }
        byte[] th2 = EnrolmentTranscript.th2(suite, offered.offer(), request);
        try {
            var seal = AcceptSeal.ofBank(suite, SealedFlow.ENROLMENT, offered.kemKeys(), request.enc(), th2);
            if (!(contents(seal, th2, request) instanceof EnrolmentContents.Request contents)) {
                throw Channel.outOfTurn();
            }
            BankSession.requireOwnChoice(identity, contents.suites());
            byte[] spki = CertificationRequests.verify(contents.certificationRequest(), suite);
            requireSignature(suite, spki, EnrolmentTranscript.requestInput(th2), contents.signature());
            byte[] th3 = Transcript.th3(suite, th2, message);
            var shared = new Established(offered.sessionId(), th3, seal.sessionKeys(th3), spki);
            return new BankEnrolmentStep(
                    new BankEnrolmentState.RequestPresented(shared, message, offered.purpose()),
                    question(suite, offered.purpose(), contents, spki, th2));
        } catch (SealException | CertificateException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "EnrolmentRequest does not hold", e);
        }
    }

    private static SessionContents contents(AcceptSeal seal, byte[] th2, EnrolmentRequest request)
            throws SealException, ProtocolException {
        byte[] opened = seal.open(th2, request.sealed());
        try {
            return SessionCodec.decode(opened);
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    private static BankEnrolmentEffect question(
            Suite suite, EnrolmentPurpose purpose, EnrolmentContents.Request contents, byte[] spki, byte[] th2)
            throws ProtocolException, CertificateException {
        byte[] code = contents.activationCode();
        List<byte[]> chain = contents.unverifiedChain();
        boolean fits = switch (purpose) {
            case NEW -> code.length > 0 && chain.isEmpty() && contents.renewalSignature().length == 0;
            case RENEWAL -> code.length == 0 && !chain.isEmpty();
        };
        if (!fits) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "EnrolmentRequest is for another purpose");
        }
        return switch (purpose) {
            case NEW -> {
                char[] digits = SecretText.characters(code);
                Arrays.fill(code, (byte) 0);
                yield new BankEnrolmentEffect.VerifyActivation(contents.userName(), digits, spki);
            }
            case RENEWAL -> {
                byte[] renewed = Certificates.spki(chain.getFirst());
                requireSignature(suite, renewed, EnrolmentTranscript.renewalInput(th2), contents.renewalSignature());
                yield new BankEnrolmentEffect.VerifyRenewal(contents.userName(), chain, spki);
            }
        };
    }

    private static void requireSignature(Suite suite, byte[] spki, byte[] input, byte[] signature)
            throws ProtocolException {
        if (!suite.verify(spki, input, signature)) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "a signature of the enrolment does not hold");
        }
    }

    private BankEnrolmentStep issued(BankEnrolmentState.RequestPresented presented, List<byte[]> chain) {
        Established shared = presented.shared();
        requireForKey(chain, shared.peerSpki());
        byte[] signed = CoseSign1.sign(
                        identity.signer(),
                        CoseSign1.Use.CERTIFICATE_ISSUED,
                        new CertificateIssued(shared.transcriptHash(), chain).encode())
                .encode();
        var exchange = new Exchange(-1, 0, NOTHING, NOTHING).taken(presented.request());
        byte[] message = seal(shared, exchange, new EnrolmentContents.SignedCertificateIssued(signed));
        return new BankEnrolmentStep(
                new BankEnrolmentState.AwaitingPaymentKey(shared, exchange.answered(message), presented.purpose()),
                new BankEnrolmentEffect.Send(message));
    }

    private static void requireForKey(List<byte[]> chain, byte[] spki) {
        try {
            boolean fits = !chain.isEmpty()
                    && ChipEnrolment.isShortEnough(chain)
                    && MessageDigest.isEqual(Certificates.spki(chain.getFirst()), spki);
            if (!fits) {
                throw new IllegalStateException("the issued chain is too long or for another key");
            }
        } catch (CertificateException e) {
            throw new IllegalStateException("the issued certificate cannot be read", e);
        }
    }

    private static BankEnrolmentStep paymentKey(BankEnrolmentState.AwaitingPaymentKey awaiting, byte[] message)
            throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(Channel.open(shared, Direction.CHIP_TO_BANK, awaiting.exchange().received(), message)
                instanceof EnrolmentContents.PaymentKeySet set)) {
            throw Channel.outOfTurn();
        }
        byte[] responseKey = set.responseKey();
        byte[] input = EnrolmentTranscript.paymentKeyInput(shared.transcriptHash(), responseKey);
        boolean renewal = awaiting.purpose() == EnrolmentPurpose.RENEWAL;
        if (renewal != (responseKey.length == 0)) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "PaymentKeySet is for another purpose");
        }
        requireSignature(shared.suite(), shared.peerSpki(), input, set.signature());
        return new BankEnrolmentStep(
                new BankEnrolmentState.KeyPresented(shared, awaiting.exchange().taken(message)),
                renewal
                        ? new BankEnrolmentEffect.ActivateRenewal(shared.peerSpki())
                        : new BankEnrolmentEffect.EnableSlot(shared.peerSpki(), responseKey));
    }

    private BankEnrolmentStep concluded(BankEnrolmentState.KeyPresented presented, boolean enabled, Instant at) {
        Established shared = presented.shared();
        byte[] signed = CoseSign1.sign(
                        identity.signer(),
                        CoseSign1.Use.ENROLMENT_RESULT,
                        new EnrolmentResult(shared.transcriptHash(), enabled, at).encode())
                .encode();
        byte[] message = seal(shared, presented.exchange(), new EnrolmentContents.SignedEnrolmentResult(signed));
        return new BankEnrolmentStep(
                new BankEnrolmentState.Finished(
                        shared.sessionId(), presented.exchange().answered(message)),
                new BankEnrolmentEffect.Send(message));
    }

    private static byte[] seal(Established shared, Exchange exchange, SessionContents contents) {
        return Channel.seal(shared, Direction.BANK_TO_CHIP, exchange.sent(), contents);
    }

    private static <S extends BankEnrolmentState> S expect(BankEnrolmentState state, Class<S> due) {
        if (!due.isInstance(state)) {
            throw new IllegalStateException(
                    "the event does not fit " + state.getClass().getSimpleName());
        }
        return due.cast(state);
    }
}
