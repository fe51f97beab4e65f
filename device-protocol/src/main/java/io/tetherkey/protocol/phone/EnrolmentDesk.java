package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.EnrolmentRecord;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.flash.FlashUpdate;
import io.tetherkey.protocol.phone.flash.SessionRecord;
import io.tetherkey.protocol.phone.flash.SlotRecord;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.session.BankTrust;
import io.tetherkey.protocol.session.ChipEnrolment;
import io.tetherkey.protocol.session.ChipEnrolmentCodec;
import io.tetherkey.protocol.session.ChipEnrolmentEffect;
import io.tetherkey.protocol.session.ChipEnrolmentEvent;
import io.tetherkey.protocol.session.ChipEnrolmentState;
import io.tetherkey.protocol.session.ChipEnrolmentStep;
import io.tetherkey.protocol.session.EnrolmentInput;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The enrolments of this phone, each as of its last persisted step (PROTOCOL.md, "Enrolment: the chip" and "Phone").
 * Every method makes its outcome durable before it returns. The slot is touched in one write only, together with the
 * answer; the chip's key follows, at the latest when the phone starts again.
 */
final class EnrolmentDesk {
    private static final byte[] NOTHING = new byte[0];
    private static final int SLOT_ID_BYTES = 12;

    private final FlashStore flash;
    private final CryptoChip chip;
    private final RandomSource random;
    private final EnrolmentRules rules;
    private final EnrolmentPrompts prompts;
    private final StoredSessions stored;
    private final NextKeys nextKeys;

    EnrolmentDesk(FlashStore flash, CryptoChip chip, RandomSource random) {
        this.flash = flash;
        this.chip = chip;
        this.random = random;
        this.rules = new EnrolmentRules(flash, chip);
        this.prompts = new EnrolmentPrompts(new Prompts(random));
        this.stored = new StoredSessions(flash);
        this.nextKeys = new NextKeys(flash, chip);
    }

    boolean knows(byte[] sessionId) throws FlashException {
        return flash.enrolment(sessionId).isPresent();
    }

    /** Answers an EnrolmentOffer with a question to the user, or says no. */
    SessionTurn begin(LinkRequest.BeginEnrolment request, LinkContext link, Carrier carrier, Instant now)
            throws FlashException {
        byte[] offerHash = Hashes.sha256(request.offer());
        for (EnrolmentRecord known : flash.enrolments()) {
            if (Arrays.equals(known.offerHash(), offerHash)) {
                return begunAlready(known, carrier, now);
            }
        }
        try {
            return begun(request, link, carrier, now);
        } catch (ProtocolException e) {
            return SessionTurn.refused(e.status());
        } catch (SealException e) {
            return SessionTurn.refused(StatusCode.BAD_MESSAGE);
        }
    }

    private SessionTurn begunAlready(EnrolmentRecord known, Carrier carrier, Instant now) throws FlashException {
        if (!carrier.mayCarry(known)) {
            return SessionTurn.refused(StatusCode.NOT_AVAILABLE);
        }
        Optional<LinkReply> reply = stored.reply(known.sessionId(), known.offerHash());
        if (reply.isPresent()) {
            return new SessionTurn.Repeated(reply.get());
        }
        return known.asksItsUser()
                ? new SessionTurn.Asking(prompts.of(state(known), known, now))
                : SessionTurn.refused(StatusCode.CONFLICT);
    }

    private SessionTurn begun(LinkRequest.BeginEnrolment request, LinkContext link, Carrier carrier, Instant now)
            throws ProtocolException, SealException, FlashException {
        EnrolmentRules.Listed listed = rules.listed(request, now);
        BankEntry bank = listed.bank();
        ChipEnrolmentStep step;
        try (var login = CredentialSeal.open(link.credentialKey(), request.offer(), request.credentials())) {
            step = ChipEnrolment.open(
                    new EnrolmentInput(request.offer(), login.userName(), now),
                    new BankTrust(bank.bankId(), bank.suite(), bank.rootCertificate()));
        }
        if (!(step.state() instanceof ChipEnrolmentState.ConsentNeeded needed)) {
            throw new IllegalStateException("an EnrolmentOffer is followed by a question");
        }
        rules.requireSlotFits(bank, needed.purpose(), now);
        if (knows(needed.sessionId()) || flash.session(needed.sessionId()).isPresent()) {
            return SessionTurn.refused(StatusCode.CONFLICT);
        }
        byte[] offerHash = Hashes.sha256(request.offer());
        EnrolmentRecord record = new EnrolmentRecord(
                needed.sessionId(),
                slotId(bank.bankId()),
                new EnrolmentRecord.Bank(bank.bankId(), bank.nameEn(), bank.nameZh(), bank.suite()),
                bank.rootCertificate(),
                carrier.computerHash(),
                offerHash,
                now.plus(PhoneLimits.ENROLMENT_KEPT),
                ChipEnrolmentCodec.encode(needed),
                offerHash);
        FlashUpdate update = flash.update();
        for (EnrolmentRecord earlier : underWay(bank.bankId())) {
            update.put(earlier.closed());
        }
        update.put(listed.seen()).put(record).commit();
        nextKeys.tidy();
        return new SessionTurn.Asking(prompts.of(needed, record, now));
    }

    private List<EnrolmentRecord> underWay(String bankId) throws FlashException {
        return flash.enrolments().stream()
                .filter(enrolment ->
                        !enrolment.over() && enrolment.bank().bankId().equals(bankId))
                .toList();
    }

    private String slotId(String bankId) throws FlashException {
        Optional<SlotRecord> own = flash.slotOfBank(bankId);
        return own.isPresent() ? own.get().slotId() : HexFormat.of().formatHex(random.bytes(SLOT_ID_BYTES));
    }

    /** Takes a message of the bank. */
    SessionTurn relay(LinkRequest.Relay request, Carrier carrier, Instant now) throws FlashException {
        Optional<EnrolmentRecord> known = flash.enrolment(request.sessionId()).filter(carrier::mayCarry);
        if (known.isEmpty()) {
            return SessionTurn.refused(StatusCode.UNKNOWN_SESSION);
        }
        EnrolmentRecord record = known.get();
        byte[] hash = Hashes.sha256(request.message());
        Optional<LinkReply> reply = stored.reply(record.sessionId(), hash);
        if (reply.isPresent()) {
            return new SessionTurn.Repeated(reply.get());
        }
        if (record.over()) {
            return SessionTurn.refused(StatusCode.CONFLICT);
        }
        try {
            ChipEnrolmentStep step =
                    chipEnd(record).next(state(record), new ChipEnrolmentEvent.Received(request.message(), now));
            return received(new Turn(record, hash, now), step);
        } catch (ProtocolException e) {
            return SessionTurn.refused(e.status());
        }
    }

    /** Whether this very message, from this carrier, is the one for which the enrolment asks its user. */
    boolean isPending(byte[] sessionId, byte[] message, Carrier carrier) throws FlashException {
        byte[] hash = Hashes.sha256(message);
        return flash.enrolment(sessionId)
                .filter(record -> carrier.mayCarry(record) && Arrays.equals(record.pendingHash(), hash))
                .isPresent();
    }

    /** One message of the bank on its way through. */
    private record Turn(EnrolmentRecord record, byte[] hash, Instant now) {}

    private SessionTurn received(Turn turn, ChipEnrolmentStep step) throws FlashException {
        return switch (step.effect()) {
            case ChipEnrolmentEffect.Send(byte[] message) ->
                sent(turn, step.state(), message, flash.update(), Screen.Step.ENABLING);
            case ChipEnrolmentEffect.Resend(byte[] message) ->
                new SessionTurn.Repeated(new LinkReply.Forward(turn.record().sessionId(), message));
            case ChipEnrolmentEffect.AskPaymentKey() -> askKey(turn, step.state());
            case ChipEnrolmentEffect.Renew renew -> renew(turn, step.state(), renew);
            case ChipEnrolmentEffect.Enable(List<byte[]> chain, Instant until) -> enable(turn, chain, until);
            case ChipEnrolmentEffect.Renewed() ->
                ended(turn, slot(turn.record()), flash.update(), Screen.SlotChange.RENEWED);
            case ChipEnrolmentEffect.Refused() -> refused(turn);
            case ChipEnrolmentEffect.AskActivationCode other -> throw unfit(other);
            case ChipEnrolmentEffect.AskRenewal other -> throw unfit(other);
        };
    }

    private SessionTurn askKey(Turn turn, ChipEnrolmentState state) throws FlashException {
        if (!Arrays.equals(turn.record().pendingHash(), turn.hash())) {
            flash.update()
                    .put(turn.record().asking(ChipEnrolmentCodec.encode(state), turn.hash()))
                    .commit();
        }
        return new SessionTurn.Asking(prompts.of(state, turn.record(), turn.now()));
    }

    private SessionTurn renew(Turn turn, ChipEnrolmentState state, ChipEnrolmentEffect.Renew renew)
            throws FlashException {
        SlotRecord slot = slot(turn.record());
        FlashUpdate update = flash.update().put(slot.renewed(renew.certificateChain(), renew.validUntil()));
        closeSessions(slot.slotId(), update);
        SessionTurn answered = sent(turn, state, renew.message(), update, Screen.Step.RENEWING);
        chip.promote(slot.slotId());
        return answered;
    }

    private SessionTurn enable(Turn turn, List<byte[]> chain, Instant until) throws FlashException {
        EnrolmentRecord record = turn.record();
        EnrolmentRecord.Bank bank = record.bank();
        SlotRecord before = flash.slot(record.slotId())
                .orElseGet(() ->
                        SlotRecord.fresh(record.slotId(), bank.bankId(), bank.nameEn(), bank.nameZh(), bank.suite()));
        SlotRecord slot = before.enrolled(bank, chain, record.bankRootCertificate(), until);
        FlashUpdate update = flash.update().put(slot);
        closeSessions(slot.slotId(), update);
        SessionTurn answered = ended(turn, slot, update, Screen.SlotChange.ENABLED);
        chip.promote(slot.slotId());
        return answered;
    }

    /** A session that was opened with the old key cannot be signed with the new one. */
    private void closeSessions(String slotId, FlashUpdate update) throws FlashException {
        for (SessionRecord session : stored.unsignedOfSlot(slotId)) {
            update.put(session.closed());
        }
    }

    private SessionTurn ended(Turn turn, SlotRecord slot, FlashUpdate update, Screen.SlotChange change)
            throws FlashException {
        LinkReply reply = new LinkReply.Enrolled(turn.record().sessionId(), Board.info(slot));
        closing(update, turn.record(), turn.hash(), reply).commit();
        flash.scrub();
        Screen screen = new Screen.SlotChanged(Foreground.nameOf(turn.record()), change);
        return new SessionTurn.Answered(reply, notice(screen, turn.now()));
    }

    private SessionTurn refused(Turn turn) throws FlashException {
        return over(turn.record(), turn.hash(), StatusCode.NOT_AVAILABLE, Screen.Reason.NOT_ENABLED, turn.now());
    }

    /** The user typed the activation code, and so agreed; the digits are left to the caller to be zeroed. */
    SessionTurn codeTyped(byte[] sessionId, char[] digits, Instant now) throws FlashException {
        EnrolmentRecord record = flash.enrolment(sessionId).orElseThrow();
        byte[] publicKey = chip.makeNextKey(record.slotId(), suite(record));
        return agreed(record, new ChipEnrolmentEvent.CodeEntered(publicKey, digits), Screen.Step.CHECKING_CODE, now);
    }

    SessionTurn renewalConfirmed(byte[] sessionId, Instant now) throws FlashException {
        EnrolmentRecord record = flash.enrolment(sessionId).orElseThrow();
        byte[] publicKey = chip.renewKey(record.slotId());
        var renewed = new SlotSigner(chip, slot(record));
        return agreed(record, new ChipEnrolmentEvent.RenewalConfirmed(publicKey, renewed), Screen.Step.RENEWING, now);
    }

    /** A payment key was typed; it is asked again until it was typed twice. The digits are left to the caller. */
    SessionTurn keyTyped(Foreground.NewKeyAsked asked, char[] digits, Instant now) throws FlashException {
        EnrolmentRecord record = flash.enrolment(asked.sessionId()).orElseThrow();
        return switch (prompts.keyTyped(asked, digits, record, now)) {
            case EnrolmentPrompts.Choice.Again(Foreground.NewKeyAsked next) -> new SessionTurn.Asking(next);
            case EnrolmentPrompts.Choice.Made() -> keyChosen(record, digits, now);
        };
    }

    private SessionTurn keyChosen(EnrolmentRecord record, char[] digits, Instant now) throws FlashException {
        byte[] responseKey = chip.responseKeyOfNext(record.slotId(), digits);
        try {
            return agreed(record, new ChipEnrolmentEvent.PaymentKeyChosen(responseKey), Screen.Step.ENABLING, now);
        } finally {
            Arrays.fill(responseKey, (byte) 0);
        }
    }

    private SessionTurn agreed(EnrolmentRecord record, ChipEnrolmentEvent deed, Screen.Step step, Instant now)
            throws FlashException {
        try {
            ChipEnrolmentStep next = chipEnd(record).next(state(record), deed);
            if (!(next.effect() instanceof ChipEnrolmentEffect.Send(byte[] message))) {
                throw unfit(next.effect());
            }
            return sent(new Turn(record, record.pendingHash(), now), next.state(), message, flash.update(), step);
        } catch (ProtocolException e) {
            throw new IllegalStateException("a deed of the user does not break the protocol", e);
        }
    }

    /** Ends an enrolment that asks its user, without a word to the bank; the slot stays as it was. */
    SessionTurn stop(byte[] sessionId, StatusCode status, Screen.Reason reason, Instant now) throws FlashException {
        EnrolmentRecord record = flash.enrolment(sessionId).orElseThrow();
        prompts.forget();
        return over(record, record.pendingHash(), status, reason, now);
    }

    private SessionTurn over(EnrolmentRecord record, byte[] hash, StatusCode status, Screen.Reason reason, Instant now)
            throws FlashException {
        LinkReply reply = Board.refusal(status);
        if (!record.over()) {
            closing(flash.update(), record, hash, reply).commit();
        }
        nextKeys.tidy();
        flash.scrub();
        return new SessionTurn.Answered(reply, notice(new Screen.Stopped(Foreground.nameOf(record), reason), now));
    }

    /** What an enrolment was asking when the power went, if there is one; a payment key is asked from the beginning. */
    Optional<Foreground.Prompt> unanswered(Instant now) throws FlashException {
        for (EnrolmentRecord record : flash.enrolments()) {
            if (record.asksItsUser() && record.keepUntil().isAfter(now)) {
                return Optional.of(prompts.of(state(record), record, now));
            }
        }
        return Optional.empty();
    }

    /** Takes enrolments away whose time is over, and finishes what the power cut short. */
    void tidy(Instant now) throws FlashException {
        FlashUpdate update = flash.update();
        boolean stale = false;
        for (EnrolmentRecord record : flash.enrolments()) {
            if (!record.keepUntil().isAfter(now)) {
                update.put(record.closed());
                stale |= !record.over();
            }
        }
        if (stale) {
            update.commit();
        }
        nextKeys.tidy();
        FlashUpdate forget = flash.update();
        for (EnrolmentRecord record : flash.enrolments()) {
            if (!record.keepUntil().isAfter(now)) {
                forget.forgetEnrolment(record.sessionId());
                stale = true;
            }
        }
        if (stale) {
            forget.commit();
            flash.scrub();
        }
    }

    private SessionTurn sent(Turn turn, ChipEnrolmentState state, byte[] message, FlashUpdate update, Screen.Step step)
            throws FlashException {
        EnrolmentRecord record = turn.record();
        LinkReply reply = new LinkReply.Forward(record.sessionId(), message);
        update.put(record.answered(ChipEnrolmentCodec.encode(state)))
                .putReply(record.sessionId(), turn.hash(), LinkCodec.encode(reply))
                .commit();
        return new SessionTurn.Answered(
                reply,
                new Foreground.Waiting(
                        Foreground.nameOf(record), step, turn.now().plus(PhoneLimits.WAITING)));
    }

    private static FlashUpdate closing(FlashUpdate update, EnrolmentRecord record, byte[] hash, LinkReply reply) {
        return update.put(record.closed()).putReply(record.sessionId(), hash, LinkCodec.encode(reply));
    }

    private ChipEnrolment chipEnd(EnrolmentRecord record) {
        return new ChipEnrolment(new NextKeySigner(chip, record.slotId(), suite(record)), random);
    }

    private static Suite suite(EnrolmentRecord record) {
        return Suite.fromId(record.bank().suite()).orElseThrow();
    }

    private static ChipEnrolmentState state(EnrolmentRecord record) throws FlashException {
        try {
            return ChipEnrolmentCodec.decode(record.chipState());
        } catch (CborException e) {
            throw new FlashException("the flash holds an enrolment that cannot be read", e);
        }
    }

    private SlotRecord slot(EnrolmentRecord record) throws FlashException {
        return flash.slot(record.slotId())
                .orElseThrow(() -> new FlashException("the flash holds a renewal without its slot"));
    }

    private static Foreground notice(Screen screen, Instant now) {
        return new Foreground.Notice(screen, now.plus(PhoneLimits.NOTICE));
    }

    private static IllegalStateException unfit(ChipEnrolmentEffect effect) {
        return new IllegalStateException(effect.getClass().getSimpleName() + " does not follow here");
    }
}
