package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.SessionOutcome;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.AuthorizationRecord;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.FlashUpdate;
import io.tetherkey.protocol.phone.flash.SessionRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.session.ChipEffect;
import io.tetherkey.protocol.session.ChipEvent;
import io.tetherkey.protocol.session.ChipSession;
import io.tetherkey.protocol.session.ChipState;
import io.tetherkey.protocol.session.ChipStateCodec;
import io.tetherkey.protocol.session.ChipStep;
import io.tetherkey.protocol.session.OfferInput;
import io.tetherkey.protocol.session.SlotView;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The sealed sessions of this phone, each as of its last persisted step (PROTOCOL.md, "Chip"). Every method makes its
 * outcome durable before it returns; what was answered once is answered again byte for byte.
 */
final class SessionDesk {
    private static final byte[] NOTHING = new byte[0];

    private final FlashStore flash;
    private final CryptoChip chip;
    private final RandomSource random;
    private final Prompts prompts;
    private final StoredSessions stored;

    SessionDesk(FlashStore flash, CryptoChip chip, RandomSource random) {
        this.flash = flash;
        this.chip = chip;
        this.random = random;
        this.prompts = new Prompts(random);
        this.stored = new StoredSessions(flash);
    }

    /** Answers an Offer, or says NOT_AVAILABLE whatever the reason. */
    SessionTurn open(LinkRequest.OpenSession request, LinkContext link, Carrier carrier, Instant now)
            throws FlashException {
        byte[] offerHash = Hashes.sha256(request.offer());
        for (SessionRecord known : flash.sessions()) {
            if (Arrays.equals(known.offerHash(), offerHash)) {
                return openedAlready(known, carrier, offerHash);
            }
        }
        Optional<SlotRecord> slot = flash.slotOfBank(request.bankId()).filter(SlotRecord::enabled);
        if (slot.isEmpty() || !chip.holdsKey(slot.get().slotId())) {
            return SessionTurn.refused(StatusCode.NOT_AVAILABLE);
        }
        try {
            return opened(request, slot.get(), link, carrier, offerHash, now);
        } catch (ProtocolException e) {
            return SessionTurn.refused(e.status());
        } catch (SealException e) {
            return SessionTurn.refused(StatusCode.BAD_MESSAGE);
        }
    }

    private SessionTurn openedAlready(SessionRecord known, Carrier carrier, byte[] offerHash) throws FlashException {
        Optional<LinkReply> reply = stored.reply(known, offerHash);
        return reply.isPresent() && carrier.mayCarry(known)
                ? new SessionTurn.Repeated(reply.get())
                : SessionTurn.refused(StatusCode.NOT_AVAILABLE);
    }

    private SessionTurn opened(
            LinkRequest.OpenSession request,
            SlotRecord slot,
            LinkContext link,
            Carrier carrier,
            byte[] offerHash,
            Instant now)
            throws ProtocolException, SealException, FlashException {
        ChipStep step;
        try (var login = CredentialSeal.open(link.credentialKey(), request.offer(), request.credentials())) {
            OfferInput input =
                    new OfferInput(request.offer(), request.origin(), login.userName(), login.password(), now);
            step = session(slot).open(input, view(slot));
        }
        byte[] sessionId = step.state().sessionId();
        if (flash.session(sessionId).isPresent()) {
            return SessionTurn.refused(StatusCode.CONFLICT);
        }
        if (!(step.effect() instanceof ChipEffect.Send(byte[] message))) {
            throw new IllegalStateException("an Offer is answered with a message");
        }
        LinkReply reply = new LinkReply.Forward(sessionId, message);
        Offer offer = Offer.decode(CoseSign1.parse(request.offer()).payload());
        SessionRecord record = new SessionRecord(
                sessionId,
                slot.slotId(),
                carrier.computerHash(),
                carrier.path(),
                offerHash,
                offer.contextHash(),
                offer.expiresAt(),
                now.plus(PhoneLimits.SESSION_KEPT),
                ChipStateCodec.encode(step.state()),
                NOTHING);
        flash.update()
                .put(record)
                .putReply(sessionId, offerHash, LinkCodec.encode(reply))
                .commit();
        return new SessionTurn.Answered(reply, waiting(slot, Screen.Step.OPENING, now));
    }

    /** Takes a message of the bank. */
    SessionTurn relay(LinkRequest.Relay request, Carrier carrier, Instant now) throws FlashException {
        Optional<SessionRecord> known = flash.session(request.sessionId()).filter(carrier::mayCarry);
        if (known.isEmpty()) {
            return SessionTurn.refused(StatusCode.UNKNOWN_SESSION);
        }
        SessionRecord record = stored.carriedOver(known.get(), carrier.path());
        byte[] hash = Hashes.sha256(request.message());
        Optional<LinkReply> reply = stored.reply(record, hash);
        if (reply.isPresent()) {
            return new SessionTurn.Repeated(reply.get());
        }
        if (record.over()) {
            return SessionTurn.refused(StatusCode.CONFLICT);
        }
        SlotRecord slot = stored.slot(record);
        try {
            ChipStep step = session(slot).next(stored.state(record), new ChipEvent.Received(request.message()));
            return received(new Turn(record, slot, hash, now), step);
        } catch (ProtocolException e) {
            return SessionTurn.refused(e.status());
        }
    }

    /** Goes on with the payment of an order over the phone's own network. */
    SessionTurn resume(String bankId, byte[] orderHash, Instant now) throws FlashException {
        return new SessionResumption(stored, prompts).resume(bankId, orderHash, now);
    }

    /** Whether this very message, from this carrier, is the one for which the session asks its user. */
    boolean isPending(byte[] sessionId, LinkRequest.Relay relay, Carrier carrier) throws FlashException {
        byte[] hash = Hashes.sha256(relay.message());
        Optional<SessionRecord> asking = flash.session(sessionId)
                .filter(session -> carrier.mayCarry(session) && Arrays.equals(session.pendingHash(), hash));
        if (asking.isPresent()) {
            stored.carriedOver(asking.get(), carrier.path());
        }
        return asking.isPresent();
    }

    /** One message of the bank on its way through. */
    private record Turn(SessionRecord record, SlotRecord slot, byte[] hash, Instant now) {}

    private SessionTurn received(Turn turn, ChipStep step) throws FlashException {
        return switch (step.effect()) {
            case ChipEffect.Send(byte[] message) -> sent(turn, step.state(), message, flash.update());
            case ChipEffect.Resend(byte[] message) ->
                new SessionTurn.Repeated(new LinkReply.Forward(turn.record().sessionId(), message));
            case ChipEffect.AskPaymentKey(int left, ChipState.Try lastTry) -> askKey(turn, step.state(), left, lastTry);
            case ChipEffect.AskApproval(PaymentRequest request) -> askApproval(turn, step.state(), request);
            case ChipEffect.LoggedIn(SessionOutcome outcome) -> loggedIn(turn, outcome);
            case ChipEffect.EraseSlot(SessionOutcome outcome) -> eraseSlot(turn, outcome);
            case ChipEffect.Finish(SessionOutcome outcome, PaymentRequest request) -> finish(turn, outcome, request);
        };
    }

    private SessionTurn askKey(Turn turn, ChipState state, int left, ChipState.Try lastTry) throws FlashException {
        boolean wrong = lastTry == ChipState.Try.AGAIN;
        if (!asksAlready(turn)) {
            SlotRecord slot = turn.slot().charged(left);
            FlashUpdate update = flash.update()
                    .put(wrong ? slot.withResult(SlotResult.FAILED) : slot)
                    .put(turn.record().asking(ChipStateCodec.encode(state), turn.hash()));
            if (wrong) {
                update.add(result(turn, "", SlotResult.FAILED, NOTHING, NOTHING));
            }
            update.commit();
        }
        return new SessionTurn.Asking(prompts.of(state, turn.slot(), turn.now()));
    }

    private SessionTurn askApproval(Turn turn, ChipState state, PaymentRequest request) throws FlashException {
        SlotRecord slot = turn.slot().allowed(SlotRecord.MOST_ATTEMPTS);
        if (!asksAlready(turn)) {
            flash.update()
                    .put(slot)
                    .put(turn.record().asking(ChipStateCodec.encode(state), turn.hash()))
                    .add(result(turn, request.orderId(), SlotResult.ALLOWED, NOTHING, NOTHING), request)
                    .commit();
        }
        boolean approvedBefore = flash.authorization(slot.bankId(), request.orderId())
                .filter(earlier -> earlier.request().equals(request))
                .isPresent();
        if (approvedBefore) {
            return decide(turn.record().sessionId(), Decision.APPROVED, turn.now());
        }
        return new SessionTurn.Asking(prompts.of(state, slot, turn.now()));
    }

    private SessionTurn loggedIn(Turn turn, SessionOutcome outcome) throws FlashException {
        LinkReply reply = new LinkReply.Ended(turn.record().sessionId(), outcome);
        closing(turn, reply)
                .put(turn.slot().allowed(outcome.attemptsLeft()))
                .add(result(turn, "", SlotResult.ALLOWED, NOTHING, NOTHING))
                .commit();
        flash.scrub();
        Screen screen =
                new Screen.LoginResult(Foreground.nameOf(turn.slot()), SlotResult.ALLOWED, outcome.attemptsLeft());
        return new SessionTurn.Answered(reply, notice(screen, turn.now()));
    }

    private static boolean asksAlready(Turn turn) {
        return Arrays.equals(turn.record().pendingHash(), turn.hash());
    }

    private SessionTurn eraseSlot(Turn turn, SessionOutcome outcome) throws FlashException {
        LinkReply reply = new LinkReply.Ended(turn.record().sessionId(), outcome);
        FlashUpdate update = closing(turn, reply)
                .put(turn.slot().asVoid())
                .add(result(turn, "", SlotResult.VOID, outcome.receipt(), outcome.evidence()));
        stored.closeEnrolments(turn.slot().slotId(), update);
        update.commit();
        chip.erase(turn.slot().slotId());
        Screen screen = new Screen.LoginResult(Foreground.nameOf(turn.slot()), SlotResult.VOID, 0);
        return new SessionTurn.Answered(reply, notice(screen, turn.now()));
    }

    private SessionTurn finish(Turn turn, SessionOutcome outcome, PaymentRequest request) throws FlashException {
        LinkReply reply = new LinkReply.Ended(turn.record().sessionId(), outcome);
        FlashUpdate update = closing(turn, reply)
                .put(turn.slot().withResult(outcome.result()))
                .add(result(turn, request.orderId(), outcome.result(), outcome.receipt(), outcome.evidence()), request);
        for (SessionRecord other : stored.othersOfOrder(turn.record())) {
            update.put(other.closed());
        }
        if (outcome.result() != SlotResult.PAID) {
            update.forgetAuthorization(turn.slot().bankId(), request.orderId());
        }
        update.commit();
        flash.scrub();
        Screen screen = new Screen.PaymentResult(Foreground.nameOf(turn.slot()), outcome.result(), request);
        return new SessionTurn.Answered(reply, notice(screen, turn.now()));
    }

    private FlashUpdate closing(Turn turn, LinkReply reply) {
        SessionRecord record = turn.record();
        return flash.update().put(record.closed()).putReply(record.sessionId(), turn.hash(), LinkCodec.encode(reply));
    }

    /**
     * The user typed a payment key.
     *
     * @param digits left to the caller to be zeroed
     */
    SessionTurn typed(byte[] sessionId, char[] digits, Instant now) throws FlashException {
        SessionRecord record = flash.session(sessionId).orElseThrow();
        SlotRecord slot = stored.slot(record);
        byte[] responseKey = chip.responseKey(slot.slotId(), digits);
        try {
            ChipStep step = session(slot).next(stored.state(record), new ChipEvent.PaymentKeyEntered(responseKey));
            return sent(new Turn(record, slot, record.pendingHash(), now), step.state(), message(step), flash.update());
        } catch (ProtocolException e) {
            throw new IllegalStateException("a deed of the user does not break the protocol", e);
        } finally {
            Arrays.fill(responseKey, (byte) 0);
        }
    }

    /** The user approved or declined: the counter grows, the evidence is chained, then the message goes out. */
    SessionTurn decide(byte[] sessionId, Decision decision, Instant now) throws FlashException {
        SessionRecord record = flash.session(sessionId).orElseThrow();
        SlotRecord slot = stored.slot(record);
        long counter = slot.counter() + 1;
        try {
            ChipStep step = session(slot)
                    .next(
                            stored.state(record),
                            new ChipEvent.Decided(decision, counter, slot.previousEvidenceHash(), record.path()));
            if (!(step.state() instanceof ChipState.AwaitingReceipt signed)) {
                throw new IllegalStateException("a decision is followed by a receipt");
            }
            SlotRecord charged = slot.authorized(counter, signed.evidenceHash());
            FlashUpdate update = flash.update().put(charged);
            if (decision == Decision.APPROVED) {
                update.put(slot.bankId(), new AuthorizationRecord(slot.slotId(), signed.request()));
            }
            return sent(new Turn(record, charged, record.pendingHash(), now), step.state(), message(step), update);
        } catch (ProtocolException e) {
            throw new IllegalStateException("a deed of the user does not break the protocol", e);
        }
    }

    /** Ends a session that asks its user, without a word to the bank; no try is spent. */
    SessionTurn stop(byte[] sessionId, StatusCode status, Screen.Reason reason, Instant now) throws FlashException {
        SessionRecord record = flash.session(sessionId).orElseThrow();
        LinkReply reply = new LinkReply.Refusal(status, OptionalInt.empty());
        flash.update()
                .put(record.closed())
                .putReply(sessionId, record.pendingHash(), LinkCodec.encode(reply))
                .commit();
        flash.scrub();
        Screen screen = new Screen.Stopped(Foreground.nameOf(stored.slot(record)), reason);
        return new SessionTurn.Answered(reply, notice(screen, now));
    }

    /** What a session was asking when the power went, if there is one. */
    Optional<Foreground.Prompt> unanswered(Instant now) throws FlashException {
        for (SessionRecord record : flash.sessions()) {
            if (record.asksItsUser() && record.keepUntil().isAfter(now)) {
                return Optional.of(prompts.of(stored.state(record), stored.slot(record), now));
            }
        }
        return Optional.empty();
    }

    /** Takes sessions away whose time is over, and finishes an erasure that the power cut short. */
    void tidy(Instant now) throws FlashException {
        FlashUpdate update = flash.update();
        boolean stale = false;
        for (SessionRecord record : flash.sessions()) {
            if (!record.keepUntil().isAfter(now)) {
                update.forgetSession(record.sessionId());
                stale = true;
            }
        }
        if (stale) {
            update.commit();
            flash.scrub();
        }
        for (SlotRecord slot : flash.slots()) {
            if (slot.voided() && chip.holdsKey(slot.slotId())) {
                chip.erase(slot.slotId());
            }
        }
    }

    private SessionTurn sent(Turn turn, ChipState state, byte[] message, FlashUpdate update) throws FlashException {
        LinkReply reply = new LinkReply.Forward(turn.record().sessionId(), message);
        update.put(turn.record().answered(ChipStateCodec.encode(state)))
                .putReply(turn.record().sessionId(), turn.hash(), LinkCodec.encode(reply))
                .commit();
        Screen.Step step =
                state instanceof ChipState.AwaitingReceipt ? Screen.Step.FINISHING : Screen.Step.CHECKING_KEY;
        return new SessionTurn.Answered(reply, waiting(turn.slot(), step, turn.now()));
    }

    private PhoneRecord result(Turn turn, String orderId, SlotResult result, byte[] receipt, byte[] evidence) {
        return new PhoneRecord(
                flash.nextResultNumber(), turn.slot().bankId(), orderId, result, turn.now(), receipt, evidence);
    }

    private ChipSession session(SlotRecord slot) {
        return new ChipSession(new SlotSigner(chip, slot), random);
    }

    private static SlotView view(SlotRecord slot) {
        return new SlotView(
                slot.slotId(), slot.bankId(), slot.suite(), slot.bankRootCertificate(), slot.certificateChain());
    }

    private static byte[] message(ChipStep step) {
        if (step.effect() instanceof ChipEffect.Send(byte[] message)) {
            return message;
        }
        throw new IllegalStateException("a deed of the user is followed by a message");
    }

    static Foreground waiting(SlotRecord slot, Screen.Step step, Instant now) {
        return new Foreground.Waiting(Foreground.nameOf(slot), step, now.plus(PhoneLimits.WAITING));
    }

    private static Foreground notice(Screen screen, Instant now) {
        return new Foreground.Notice(screen, now.plus(PhoneLimits.NOTICE));
    }
}
