package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Accept;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SessionPurpose;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.AcceptSeal;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.SecretText;
import io.tetherkey.protocol.seal.SessionKeys.Direction;
import io.tetherkey.protocol.seal.Signer;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.ChipState.Try;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The chip's end of a sealed session (PROTOCOL.md, "Chip"). Pure: state and event in, state and effect out. The signer
 * stands for the chip's key, wherever that is kept. An exception leaves the caller's state as it was.
 */
public final class ChipSession {
    private static final int MOST_ATTEMPTS = 10;
    private static final byte[] NOTHING = new byte[0];

    private final Signer chip;
    private final RandomSource random;

    public ChipSession(Signer chip, RandomSource random) {
        this.chip = chip;
        this.random = random;
    }

    /**
     * Answers an Offer with an Accept.
     *
     * @throws ProtocolException NOT_AVAILABLE, whatever was wrong with the Offer
     */
    public ChipStep open(OfferInput input, SlotView slot) throws ProtocolException {
        var good = OfferCheck.check(input.offer(), slot, input.now());
        try {
            return accept(input, slot, good);
        } catch (SealException e) {
            throw new ProtocolException(StatusCode.NOT_AVAILABLE, "the bank's key does not hold", e);
        }
    }

    private ChipStep accept(OfferInput input, SlotView slot, OfferCheck.Good good) throws SealException {
        Suite suite = good.suite();
        byte[] sessionId = good.offer().sessionId();
        var encapsulated = AcceptSeal.encapsulate(suite, good.offer().kemKey(), random);
        var clear = new Accept(sessionId, suite.id(), encapsulated.enc(), NOTHING);
        byte[] th2 = Transcript.th2(suite, input.offer(), clear);
        var seal = AcceptSeal.ofChip(suite, encapsulated, th2);
        byte[] password = SecretText.utf8(input.password());
        byte[] contents = SessionCodec.encode(new SessionContents.AcceptContents(
                slot.certificateChain(),
                good.ownSuites(),
                input.origin(),
                chip.sign(Transcript.acceptSignatureInput(th2)),
                input.userName(),
                password));
        byte[] message = new Accept(sessionId, suite.id(), clear.enc(), seal.seal(th2, contents)).encode();
        Arrays.fill(password, (byte) 0);
        Arrays.fill(contents, (byte) 0);
        byte[] th3 = Transcript.th3(suite, th2, message);
        var shared = new Established(sessionId, th3, seal.sessionKeys(th3), good.bankSpki());
        var exchange =
                new Exchange(-1, -1, NOTHING, NOTHING).taken(input.offer()).answered(message);
        return new ChipStep(new ChipState.AwaitingChallenge(shared, exchange), new ChipEffect.Send(message));
    }

    /**
     * Takes one event.
     *
     * @throws ProtocolException UNKNOWN_SESSION, CONFLICT, BAD_ENCODING or BAD_MESSAGE if a message does not fit;
     *     nothing has changed then
     * @throws IllegalStateException if the event is the user's and does not fit the state
     */
    public ChipStep next(ChipState state, ChipEvent event) throws ProtocolException {
        return switch (event) {
            case ChipEvent.Received(byte[] message) -> received(state, message);
            case ChipEvent.PaymentKeyEntered(byte[] responseKey) -> respond(state, responseKey);
            case ChipEvent.Decided decided -> authorize(state, decided);
        };
    }

    private ChipStep received(ChipState state, byte[] message) throws ProtocolException {
        return switch (state) {
            case ChipState.AwaitingChallenge awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case ChipState.AwaitingChallenge awaiting -> challenge(awaiting, message);
            case ChipState.KeyNeeded needed when needed.exchange().isLast(message) -> askKey(needed);
            case ChipState.AwaitingLoginResult awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case ChipState.AwaitingLoginResult awaiting -> loginResult(awaiting, message);
            case ChipState.ConfirmNeeded needed
            when needed.exchange().isLast(message) -> new ChipStep(state, new ChipEffect.AskApproval(needed.request()));
            case ChipState.AwaitingReceipt awaiting
            when awaiting.exchange().isLast(message) -> resend(state, awaiting.exchange());
            case ChipState.AwaitingReceipt awaiting -> receipt(awaiting, message);
            case ChipState.KeyNeeded needed -> throw Channel.outOfTurn();
            case ChipState.ConfirmNeeded needed -> throw Channel.outOfTurn();
            case ChipState.Closed closed -> throw Channel.outOfTurn();
        };
    }

    private static ChipStep resend(ChipState state, Exchange exchange) {
        return new ChipStep(state, new ChipEffect.Resend(exchange.lastOut()));
    }

    private static ChipStep challenge(ChipState.AwaitingChallenge awaiting, byte[] message) throws ProtocolException {
        if (!(open(awaiting.shared(), awaiting.exchange(), message) instanceof SessionContents.Challenge challenge)) {
            throw Channel.outOfTurn();
        }
        return askKey(new ChipState.KeyNeeded(
                awaiting.shared(),
                awaiting.exchange().taken(message),
                challenge.random(),
                challenge.attemptsLeft(),
                Try.FIRST,
                challenge.purpose()));
    }

    private static ChipStep askKey(ChipState.KeyNeeded needed) {
        return new ChipStep(needed, new ChipEffect.AskPaymentKey(needed.attemptsLeft(), needed.lastTry()));
    }

    private static ChipStep respond(ChipState state, byte[] responseKey) {
        if (!(state instanceof ChipState.KeyNeeded needed)) {
            throw unfit(state);
        }
        Established shared = needed.shared();
        byte[] th3 = shared.transcriptHash();
        byte[] mac = shared.suite().mac(responseKey, Transcript.responseInput(th3, needed.random()));
        byte[] message = seal(shared, needed.exchange(), new SessionContents.Response(mac));
        return new ChipStep(
                new ChipState.AwaitingLoginResult(
                        shared,
                        needed.exchange().answered(message),
                        Transcript.authorizationKey(responseKey, th3),
                        needed.attemptsLeft(),
                        needed.purpose()),
                new ChipEffect.Send(message));
    }

    private static ChipStep loginResult(ChipState.AwaitingLoginResult awaiting, byte[] message)
            throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(open(shared, awaiting.exchange(), message) instanceof SessionContents.SignedLoginResult(byte[] signed))) {
            throw Channel.outOfTurn();
        }
        var result = LoginResult.decode(payload(signed, shared, CoseSign1.Use.LOGIN_RESULT));
        if (!MessageDigest.isEqual(result.transcriptHash(), shared.transcriptHash())) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "login result of another session");
        }
        requirePurpose(result, awaiting.purpose());
        var exchange = awaiting.exchange().taken(message);
        return switch (result) {
            case LoginResult.Allowed(byte[] hash, PaymentRequest request) ->
                new ChipStep(
                        new ChipState.ConfirmNeeded(shared, exchange, awaiting.authorizationKey(), request),
                        new ChipEffect.AskApproval(request));
            case LoginResult.LoggedIn(byte[] hash) ->
                new ChipStep(
                        new ChipState.Closed(shared.sessionId()),
                        new ChipEffect.LoggedIn(
                                new SessionOutcome(SlotResult.ALLOWED, MOST_ATTEMPTS, NOTHING, NOTHING)));
            case LoginResult.Failed(byte[] hash, int left, byte[] challenge) ->
                askKey(new ChipState.KeyNeeded(shared, exchange, challenge, left, Try.AGAIN, awaiting.purpose()));
            case LoginResult.Voided(byte[] hash) ->
                new ChipStep(
                        new ChipState.Closed(shared.sessionId()),
                        new ChipEffect.EraseSlot(new SessionOutcome(SlotResult.VOID, 0, NOTHING, NOTHING)));
        };
    }

    /** What the user was asked the payment key for is what the session ends as: a login never becomes a payment. */
    private static void requirePurpose(LoginResult result, SessionPurpose purpose) throws ProtocolException {
        boolean fits = switch (result) {
            case LoginResult.Allowed allowed -> purpose == SessionPurpose.PAYMENT;
            case LoginResult.LoggedIn loggedIn -> purpose == SessionPurpose.LOGIN;
            case LoginResult.Failed failed -> true;
            case LoginResult.Voided voided -> true;
        };
        if (!fits) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "login result for another purpose");
        }
    }

    private ChipStep authorize(ChipState state, ChipEvent.Decided decided) {
        if (!(state instanceof ChipState.ConfirmNeeded needed)) {
            throw unfit(state);
        }
        Established shared = needed.shared();
        var evidence = Evidence.sign(
                chip,
                new Evidence.Facts(
                        needed.request(),
                        shared.transcriptHash(),
                        decided.decision(),
                        decided.counter(),
                        decided.previousEvidenceHash(),
                        decided.path()));
        byte[] mac = shared.suite().mac(needed.authorizationKey(), Transcript.authorizationInput(evidence.whole()));
        byte[] message = seal(shared, needed.exchange(), new SessionContents.Authorization(evidence.whole(), mac));
        return new ChipStep(
                new ChipState.AwaitingReceipt(
                        shared,
                        needed.exchange().answered(message),
                        needed.request(),
                        evidence.detached(),
                        evidence.hash()),
                new ChipEffect.Send(message));
    }

    private static ChipStep receipt(ChipState.AwaitingReceipt awaiting, byte[] message) throws ProtocolException {
        Established shared = awaiting.shared();
        if (!(open(shared, awaiting.exchange(), message) instanceof SessionContents.Receipt(byte[] signed))) {
            throw Channel.outOfTurn();
        }
        var contents = ReceiptContents.decode(payload(signed, shared, CoseSign1.Use.RECEIPT));
        PaymentRequest request = awaiting.request();
        boolean fits = contents.orderId().equals(request.orderId())
                && MessageDigest.isEqual(contents.orderHash(), request.orderHash());
        if (!fits) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "receipt is for another payment");
        }
        var outcome =
                new SessionOutcome(result(contents.verdict()), MOST_ATTEMPTS, signed, awaiting.detachedEvidence());
        return new ChipStep(new ChipState.Closed(shared.sessionId()), new ChipEffect.Finish(outcome, request));
    }

    private static SlotResult result(Verdict verdict) {
        return switch (verdict) {
            case PAID -> SlotResult.PAID;
            case DECLINED -> SlotResult.DECLINED;
            case FAILED -> SlotResult.PAYMENT_FAILED;
        };
    }

    static byte[] payload(byte[] signed, Established shared, CoseSign1.Use use) throws ProtocolException {
        try {
            var cose = CoseSign1.parse(signed);
            if (cose.isSignedBy(shared.peerSpki(), use)) {
                return cose.payload();
            }
        } catch (SealException e) {
            throw new ProtocolException(StatusCode.BAD_MESSAGE, "signed part cannot be read", e);
        }
        throw new ProtocolException(StatusCode.BAD_MESSAGE, "signed part is not signed by the bank");
    }

    private static SessionContents open(Established shared, Exchange exchange, byte[] message)
            throws ProtocolException {
        return Channel.open(shared, Direction.BANK_TO_CHIP, exchange.received(), message);
    }

    private static byte[] seal(Established shared, Exchange exchange, SessionContents contents) {
        return Channel.seal(shared, Direction.CHIP_TO_BANK, exchange.sent(), contents);
    }

    private static IllegalStateException unfit(ChipState state) {
        return new IllegalStateException(
                "the event does not fit " + state.getClass().getSimpleName());
    }
}
