package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.phone.chip.CryptoChip;
import io.tetherkey.protocol.phone.flash.FlashException;
import io.tetherkey.protocol.phone.flash.FlashStore;
import io.tetherkey.protocol.phone.screen.Screen;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.RandomSource;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The phone itself, without any I/O of its own: events in, effects out (PROTOCOL.md, "Phone"). What must outlive a power
 * cut is in the flash before a reply is given out; everything else here is lost with the power. A phone starts locked.
 *
 * <p>Locked, it tells nothing of what it holds and answers LOCKED; only a computer that introduces itself may wait for
 * the unlocking. Unlocked, it answers a computer that was not let in
 * on this plug-in with CONSENT_REQUIRED. Only then come slots, records and sessions. Not thread-safe: one thread owns
 * the engine. After a {@link FlashException} the engine is to be thrown away and made anew from the flash.
 */
public final class PhoneEngine {
    private static final String MODEL = "TetherKey phone";

    private final SessionDesk desk;
    private final EnrolmentDesk enrolments;
    private final CommandDesk commands;
    private final SlotDesk slots;
    private final TrustDesk trust;
    private final PersonDesk person;
    private final Board board;
    private final RandomSource random;
    private final LookDesk looks;
    private final Housekeeping housekeeping;
    private final Outbox out = new Outbox();

    private Instant now;
    private boolean locked = true;
    private Optional<LinkContext> link = Optional.empty();
    private Optional<Introduction> introduction = Optional.empty();
    private Foreground foreground = new Foreground.Idle();
    private OutsideInput outside = OutsideInput.NONE;

    public PhoneEngine(FlashStore flash, CryptoChip chip, RandomSource random, Instant now) {
        this.desk = new SessionDesk(flash, chip, random);
        this.enrolments = new EnrolmentDesk(flash, chip, random);
        this.commands = new CommandDesk(desk, enrolments);
        this.slots = new SlotDesk(flash, chip);
        this.trust = new TrustDesk(flash);
        this.looks = new LookDesk(flash, trust);
        this.person = new PersonDesk(desk, enrolments, slots);
        this.board = new Board(flash);
        this.random = random;
        this.now = now;
        this.housekeeping = new Housekeeping(slots, enrolments, desk);
    }

    /**
     * Power is on: takes up what was being asked when it went.
     *
     * @return the first screen
     */
    public List<EngineEffect> start() throws FlashException {
        housekeeping.tick(now);
        enrolments.unanswered(now).ifPresent(prompt -> foreground = prompt);
        desk.unanswered(now).ifPresent(prompt -> foreground = prompt);
        return outcome();
    }

    /**
     * Takes one event.
     *
     * @return what is to be done, in order
     * @throws FlashException if the flash failed; nothing may be sent then
     */
    public List<EngineEffect> next(EngineEvent event) throws FlashException {
        try {
            switch (event) {
                case EngineEvent.LinkOpened() -> linkOpened(LinkContext.cable(random));
                case EngineEvent.OwnNetworkOpened() -> linkOpened(LinkContext.ownNetwork(random));
                case EngineEvent.LinkClosed() -> linkClosed();
                case EngineEvent.RequestReceived(RequestToken token, LinkRequest request) -> requested(token, request);
                case EngineEvent.PaymentResumed resumed -> resumed(resumed);
                case EngineEvent.RequestCancelled(RequestToken token) -> cancelled(token);
                case EngineEvent.UserActed(UserAction action, InputSource source) -> touched(action, source);
                case EngineEvent.InputDeviceAttached() -> noticed();
                case EngineEvent.InputDevicesGone() -> outside = OutsideInput.NONE;
                case EngineEvent.Tick(Instant time) -> tick(time);
            }
            return outcome();
        } catch (UncheckedIOException e) {
            out.clear();
            throw new FlashException("the chip's storage failed", e);
        }
    }

    private void linkOpened(LinkContext fresh) {
        linkClosed();
        link = Optional.of(fresh);
    }

    private void linkClosed() {
        link = Optional.empty();
        out.nobodyWaits();
        introduction = Optional.empty();
        if (foreground instanceof Foreground.TrustAsked) {
            foreground = new Foreground.Idle();
        }
    }

    // Requests

    private void requested(RequestToken token, LinkRequest request) throws FlashException {
        if (link.isEmpty()) {
            return;
        }
        if (request instanceof LinkRequest.GetPhoneInfo) {
            out.reply(token, link.get().info(MODEL, locked));
        } else if (request instanceof LinkRequest.TrustComputer computer && !onOwnNetwork()) {
            introduction = Optional.of(new Introduction(token, computer, now.plus(PhoneLimits.TRUST)));
            introduce();
        } else if (locked) {
            out.refuse(token, StatusCode.LOCKED);
        } else if (link.get().trusted().isEmpty()) {
            out.refuse(token, StatusCode.CONSENT_REQUIRED);
        } else {
            admitted(token, request, link.get(), link.get().trusted().get());
        }
    }

    private boolean onOwnNetwork() {
        return link.filter(LinkContext::isOwnNetwork).isPresent();
    }

    /** Only the phone itself asks for this; no command of a computer leads here. */
    private void resumed(EngineEvent.PaymentResumed resumed) throws FlashException {
        if (!onOwnNetwork()) {
            return;
        }
        if (locked) {
            out.refuse(resumed.token(), StatusCode.LOCKED);
        } else {
            begun(resumed.token(), desk.resume(resumed.bankId(), resumed.orderHash(), now));
        }
    }

    /** Lets the waiting computer in, or asks about it, as soon as the phone is unlocked. */
    private void introduce() throws FlashException {
        if (introduction.isEmpty() || link.isEmpty()) {
            return;
        }
        Introduction waitingComputer = introduction.get();
        if (locked) {
            out.waitFor(waitingComputer.token());
        } else {
            introduction = Optional.empty();
            introduced(waitingComputer.token(), waitingComputer.request(), link.get());
        }
    }

    private void introduced(RequestToken token, LinkRequest.TrustComputer request, LinkContext context)
            throws FlashException {
        byte[] idHash = Hashes.sha256(request.computerId());
        if (trust.trusts(idHash)) {
            link = Optional.of(context.trusting(idHash));
            out.reply(token, new LinkReply.Done());
        } else if (foreground instanceof Foreground.Prompt || foreground instanceof Foreground.TrustAsked) {
            out.refuse(token, StatusCode.BUSY);
        } else {
            out.waitFor(token);
            foreground = new Foreground.TrustAsked(token, idHash, request.computerName(), now.plus(PhoneLimits.TRUST));
        }
    }

    private void admitted(RequestToken token, LinkRequest request, LinkContext context, Carrier carrier)
            throws FlashException {
        switch (request) {
            case LinkRequest.ListSlots() -> out.reply(token, new LinkReply.Slots(board.slots()));
            case LinkRequest.ListRecords(long since) -> out.reply(token, new LinkReply.Records(board.records(since)));
            case LinkRequest.Wink() -> {
                out.add(new EngineEffect.Winked());
                out.reply(token, new LinkReply.Done());
            }
            case LinkRequest.OpenSession open -> begun(token, desk.open(open, context, carrier, now));
            case LinkRequest.Relay relay -> turned(token, commands.relay(foreground, relay, carrier, now));
            case LinkRequest.BeginEnrolment begin ->
                begun(token, commands.begin(foreground, begin, context, carrier, now));
            case LinkRequest.DeleteSlot(String slotId) -> begun(token, slots.ask(slotId, now));
            case LinkRequest.ListComputers() -> out.reply(token, new LinkReply.Computers(trust.list(carrier)));
            case LinkRequest.RevokeComputer(byte[] handle) -> {
                revoked(handle);
                out.reply(token, new LinkReply.Done());
            }
            case LinkRequest.GetPhoneInfo other -> throw new IllegalStateException("answered before " + other);
            case LinkRequest.TrustComputer other -> out.refuse(token, StatusCode.BAD_MESSAGE);
        }
    }

    /** A new session or question takes the place of another question that was not answered. */
    private void begun(RequestToken token, SessionTurn turn) throws FlashException {
        boolean anew = turn instanceof SessionTurn.Answered || turn instanceof SessionTurn.Asking;
        if (anew && !turn.asksAgain(foreground)) {
            supersede();
        }
        turned(token, turn);
    }

    /** What is asked now takes the place of what still asks; nothing was signed for that. */
    private void supersede() throws FlashException {
        if (foreground instanceof Foreground.Prompt prompt) {
            person.stop(prompt, StatusCode.CANCELLED, Screen.Reason.CANCELLED, now);
        }
    }

    private void turned(RequestToken token, SessionTurn turn) {
        switch (turn) {
            case SessionTurn.Answered(LinkReply reply, Foreground next) -> {
                foreground = next;
                out.reply(token, reply);
            }
            case SessionTurn.Repeated(LinkReply reply) -> out.reply(token, reply);
            case SessionTurn.Asking(Foreground.Prompt prompt) -> {
                foreground = prompt;
                out.waitFor(token);
            }
            case SessionTurn.AskedAlready() -> out.waitFor(token);
        }
    }

    private void cancelled(RequestToken token) throws FlashException {
        if (out.waiting().filter(token::equals).isEmpty()) {
            return;
        }
        if (introduction.isPresent()) {
            introduction = Optional.empty();
            out.answerWaiting(Board.refusal(StatusCode.CANCELLED));
        } else if (foreground instanceof Foreground.Prompt prompt) {
            answered(person.stop(prompt, StatusCode.CANCELLED, Screen.Reason.CANCELLED, now));
        } else if (foreground instanceof Foreground.TrustAsked) {
            trustRefused(StatusCode.CANCELLED);
        }
    }

    /** Trust is gone at once, and so is the list that still shows it. */
    private void revoked(byte[] handle) throws FlashException {
        trust.revoke(handle).ifPresent(idHash -> link = link.map(context -> context.distrusting(idHash)));
        if (foreground instanceof Foreground.ComputersShown || foreground instanceof Foreground.RevocationAsked) {
            foreground = looks.computers();
        }
    }

    // The person

    private void touched(UserAction action, InputSource source) throws FlashException {
        switch (source) {
            case OWN_GLASS -> acted(action);
            case EXTERNAL_DEVICE -> noticed();
        }
    }

    /** Who presses keys from outside is there, whether or not the system has told so yet. */
    private void noticed() {
        outside = OutsideInput.ATTACHED;
        out.add(new EngineEffect.ForeignInput());
    }

    private void acted(UserAction action) throws FlashException {
        if (locked) {
            locked = !(action instanceof UserAction.Unlock);
            introduce();
            return;
        }
        if (!outside.lets(action, foreground)) {
            return;
        }
        switch (action) {
            case UserAction.Lock() -> locked = true;
            case UserAction.Unlock() -> locked = false;
            case UserAction.DigitsTyped(char[] digits) -> typed(digits);
            case UserAction.EndReached() -> endReached();
            case UserAction.Approve() -> approved();
            case UserAction.Decline() -> declined();
            case UserAction.Ok() -> read();
            case UserAction.Look look -> foreground = looks.next(foreground, look);
            case UserAction.Cancel() -> gaveUp(StatusCode.CANCELLED, Screen.Reason.CANCELLED);
        }
    }

    private void typed(char[] digits) throws FlashException {
        try {
            person.typed(foreground, digits, now).ifPresent(this::answered);
        } finally {
            Arrays.fill(digits, '\0');
        }
    }

    private void endReached() {
        if (foreground instanceof Foreground.ApprovalAsked asked) {
            foreground = asked.read();
        }
    }

    private void approved() throws FlashException {
        if (foreground instanceof Foreground.TrustAsked asked) {
            trust.trust(asked, now);
            link = link.map(context -> context.trusting(asked.idHash()));
            foreground = new Foreground.Idle();
            out.answerWaiting(new LinkReply.Done());
        } else if (foreground instanceof Foreground.RevocationAsked asked) {
            revoked(asked.handle());
        } else {
            person.approved(foreground, now).ifPresent(this::answered);
        }
    }

    private void declined() throws FlashException {
        if (foreground instanceof Foreground.TrustAsked) {
            trustRefused(StatusCode.DECLINED);
        } else if (foreground instanceof Foreground.RevocationAsked) {
            foreground = looks.computers();
        } else {
            person.declined(foreground, now).ifPresent(this::answered);
        }
    }

    private void read() {
        if (foreground instanceof Foreground.Notice) {
            foreground = new Foreground.Idle();
        }
    }

    private void gaveUp(StatusCode status, Screen.Reason reason) throws FlashException {
        switch (foreground) {
            case Foreground.Prompt prompt -> answered(person.stop(prompt, status, reason, now));
            case Foreground.TrustAsked asked -> trustRefused(status);
            case Foreground.Notice notice -> foreground = new Foreground.Idle();
            case Foreground.Waiting other -> foreground = other;
            case Foreground.RevocationAsked asked -> foreground = looks.computers();
            case Foreground.Resting resting -> foreground = new Foreground.Idle();
        }
    }

    private void trustRefused(StatusCode status) {
        foreground = new Foreground.Idle();
        out.answerWaiting(Board.refusal(status));
    }

    private void answered(SessionTurn turn) {
        switch (turn) {
            case SessionTurn.Answered(LinkReply reply, Foreground next) -> {
                foreground = next;
                out.answerWaiting(reply);
            }
            case SessionTurn.Asking(Foreground.Prompt next) -> foreground = next;
            case SessionTurn.Repeated(LinkReply reply) -> out.answerWaiting(reply);
            case SessionTurn.AskedAlready other -> throw new IllegalStateException("a deed of the user is " + other);
        }
    }

    // Time

    private void tick(Instant time) throws FlashException {
        now = time;
        expire();
        housekeeping.tick(now);
    }

    private void expire() throws FlashException {
        if (introduction.filter(waiter -> !now.isBefore(waiter.deadline())).isPresent()) {
            introduction = Optional.empty();
            out.answerWaiting(Board.refusal(StatusCode.LOCKED));
        }
        if (!(foreground instanceof Foreground.Timed timed) || now.isBefore(timed.deadline())) {
            return;
        }
        if (foreground instanceof Foreground.Waiting) {
            foreground = new Foreground.Idle();
        } else {
            gaveUp(StatusCode.TIMEOUT, Screen.Reason.TIMED_OUT);
        }
    }

    // What comes out

    private List<EngineEffect> outcome() throws FlashException {
        Optional<PhoneStatus> status = introduction.isPresent()
                ? introduction.map(waiter -> FaceOfPhone.waitingForUnlock(waiter.deadline(), now))
                : out.waiting().flatMap(token -> FaceOfPhone.status(locked, foreground, now));
        return out.drain(locked, FaceOfPhone.screen(locked, outside, foreground, board), status);
    }
}
