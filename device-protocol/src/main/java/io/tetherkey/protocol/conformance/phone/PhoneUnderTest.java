package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.Operator;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.BankKeys;
import io.tetherkey.protocol.conformance.bank.EnrolmentPapers;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The phone that is judged, at the end of one cable at a time. Used by one thread. */
public final class PhoneUnderTest implements AutoCloseable {
    /** How long the phone may be away after a pulled cable. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    /** A cable that holds so long is a new one. */
    private static final Duration SETTLED = Duration.ofMillis(50);

    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final int NONCE = 8;
    private static final int COMPUTER_ID = 16;
    private static final int LOCKINGS = 5;
    /** The computer's name as the phone shows it; a script goes by it. */
    private static final String OWN_NAME = "Conformance: approve";

    private final Plug plug;
    private final Setting setting;
    private final byte[] computerId;
    private Optional<FrameCable> cable = Optional.empty();
    private Optional<PhoneLine> line = Optional.empty();
    private boolean known;
    private List<BankKey> banks = List.of();

    /** Plugs a cable in. */
    @FunctionalInterface
    public interface Plug {
        /** @throws TransportException if nothing usable is there now */
        Transport plug() throws TransportException;
    }

    /**
     * What surrounds the phone.
     *
     * @param banks whose keys the kit has
     * @param papers with which banks are enrolled
     * @param patience how long a person may take
     */
    public record Setting(
            Operator operator,
            BankKeys banks,
            EnrolmentPapers papers,
            Clock clock,
            RandomSource random,
            Duration patience) {}

    public PhoneUnderTest(Plug plug, Setting setting) {
        this.plug = plug;
        this.setting = setting;
        this.computerId = setting.random().bytes(COMPUTER_ID);
    }

    public Setting setting() {
        return setting;
    }

    /** The kit's own secret id, 16 bytes. */
    public byte[] computerId() {
        return computerId.clone();
    }

    public byte[] random(int length) {
        return setting.random().bytes(length);
    }

    /** The time to the second, as messages carry it. */
    public Instant now() {
        return setting.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The banks that the kit can play and of which the phone has an enabled slot, by suite.
     *
     * @throws NotRunException if there is none
     */
    public List<BankKey> banks() throws TransportException, CaseFailure, NotRunException {
        if (banks.isEmpty()) {
            List<SlotInfo> slots = slots(trusted());
            banks = setting.banks().all().stream()
                    .filter(key -> slots.stream()
                            .anyMatch(slot -> slot.enabled() && slot.bankId().equals(key.bankId())))
                    .toList();
        }
        if (banks.isEmpty()) {
            throw new NotRunException("the phone has no enabled slot of a bank whose key the profile holds");
        }
        return banks;
    }

    /** The bank after the first. */
    public BankKey secondBank() throws TransportException, CaseFailure, NotRunException {
        if (banks().size() < 2) {
            throw new NotRunException("the phone has only one enabled slot of a bank in the profile");
        }
        return banks().get(1);
    }

    /**
     * The bank whose slot the kit makes void: the last of several.
     *
     * @throws NotRunException if no other slot would be left
     */
    public BankKey sacrifice() throws TransportException, CaseFailure, NotRunException {
        secondBank();
        return banks().getLast();
    }

    /** The board of banks. */
    public List<SlotInfo> slots(PhoneLine open) throws TransportException, CaseFailure {
        return open.call(new LinkRequest.ListSlots())
                .reply(LinkReply.Slots.class)
                .slots();
    }

    /** Tells the person at the phone what to do. */
    public void please(String what) {
        setting.operator().please(what);
    }

    // Cables

    /**
     * A fresh cable on which nothing was said; the one before is left politely. A phone that is still letting go of that
     * one is given time: the line of a serial phone goes and comes again.
     */
    public FrameCable cable() throws TransportException, CaseFailure {
        leave();
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (true) {
            try {
                FrameCable fresh = new FrameCable(plug.plug());
                cable = Optional.of(fresh);
                if (!fresh.awaitEnd(SETTLED) || System.nanoTime() >= deadline) {
                    return fresh;
                }
                pull();
            } catch (TransportException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** A fresh cable with an open link. */
    public PhoneLine line() throws TransportException, CaseFailure {
        return line(BACK_WITHIN);
    }

    /** The same; the phone may be away for a while. */
    public PhoneLine line(Duration backWithin) throws TransportException, CaseFailure {
        leave();
        long deadline = System.nanoTime() + backWithin.toNanos();
        while (true) {
            try {
                return opened(new FrameCable(plug.plug()), hello());
            } catch (TransportException e) {
                if (System.nanoTime() >= deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Opens a link over a cable that {@link #cable()} gave, with a HELLO of the case's own. */
    public PhoneLine opened(FrameCable plugged, HelloFields hello) throws TransportException, CaseFailure {
        cable = Optional.of(plugged);
        PhoneLine open = PhoneLine.open(plugged, hello);
        line = Optional.of(open);
        return open;
    }

    /** The link that was opened last. */
    public PhoneLine currentLine() {
        return line.orElseThrow(() -> new IllegalStateException("a case opens its link first"));
    }

    /** A HELLO with a new nonce. */
    public HelloFields hello() {
        return HelloFields.of(random(NONCE));
    }

    /** A fresh cable with a link on which the phone trusts this computer. */
    public PhoneLine trusted() throws TransportException, CaseFailure {
        PhoneLine open = line();
        introduce(open);
        return open;
    }

    /** Introduces the kit's own computer on an open link. */
    public void introduce(PhoneLine open) throws TransportException, CaseFailure {
        if (info(open).locked()) {
            please("Unlock the phone.");
        }
        if (!known) {
            please("Let the phone trust the computer \"" + OWN_NAME + "\".");
        }
        trust(open, computerId, OWN_NAME).reply(LinkReply.Done.class);
        known = true;
    }

    /** Introduces any computer. */
    public Answer trust(PhoneLine open, byte[] id, String name) throws TransportException, CaseFailure {
        byte[] request = LinkCodec.encode(new LinkRequest.TrustComputer(id, name));
        return open.call(request, setting.patience(), PhoneLine.Watch.NOTHING);
    }

    public LinkReply.PhoneInfo info(PhoneLine open) throws TransportException, CaseFailure {
        return open.call(new LinkRequest.GetPhoneInfo()).reply(LinkReply.PhoneInfo.class);
    }

    /** Whether the phone says that it is locked, or unlocked, before patience ends. */
    private void awaitLocked(PhoneLine open, boolean locked) throws TransportException, CaseFailure, NotRunException {
        long deadline = System.nanoTime() + setting.patience().toNanos();
        while (info(open).locked() != locked) {
            if (System.nanoTime() >= deadline) {
                throw new NotRunException("nobody " + (locked ? "locked" : "unlocked") + " the phone");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** What is checked on a trusted link while the phone is locked. */
    @FunctionalInterface
    public interface Locked {
        void check(PhoneLine line) throws TransportException, CaseFailure, NotRunException;
    }

    /**
     * Has the phone locked and checks. If it was unlocked before the check was over, nothing is said and the phone is
     * locked once more.
     */
    public void whileLocked(Locked deed) throws TransportException, CaseFailure, NotRunException {
        for (int i = 0; i < LOCKINGS; i++) {
            PhoneLine open = trusted();
            please("Decline the question, lock the phone, and unlock it some seconds later.");
            trust(open, random(COMPUTER_ID), "Conformance: lock").requireRefusal(StatusCode.DECLINED);
            awaitLocked(open, true);
            Optional<CaseFailure> failure = Optional.empty();
            try {
                deed.check(open);
            } catch (CaseFailure e) {
                failure = Optional.of(e);
            }
            boolean still = info(open).locked();
            awaitLocked(open, false);
            if (still && failure.isPresent()) {
                throw failure.get();
            }
            if (still) {
                return;
            }
        }
        throw new NotRunException("the phone was unlocked too soon");
    }

    /** Has the power taken away and given back; the phone is then to be plugged in anew. */
    public void powerCut() throws TransportException, CaseFailure, NotRunException {
        PhoneLine open = line();
        please("Take the phone's power away and give it back.");
        try {
            Answer answer = trust(open, random(COMPUTER_ID), "Conformance: power cut");
            throw new NotRunException("the power was not cut; the phone answered: " + answer.describe());
        } catch (TransportException powerIsGone) {
            pull();
        }
    }

    /** Pulls the cable without a word. */
    public void pull() {
        cable.ifPresent(FrameCable::pull);
        cable = Optional.empty();
        line = Optional.empty();
    }

    /** Ends what is open, so that the next case begins with nothing. */
    public void leave() {
        line.ifPresent(PhoneLine::leave);
        cable.ifPresent(this::leaveRaw);
        cable = Optional.empty();
        line = Optional.empty();
    }

    /** A link that a case left open by hand, or none: a last HELLO and BYE make the phone let go. */
    private void leaveRaw(FrameCable raw) {
        try {
            if (line.isEmpty()) {
                PhoneLine.open(raw, hello()).leave();
            }
        } catch (TransportException | CaseFailure _) {
            // The cable is gone, or the phone does not let go by itself: it is pulled.
        } finally {
            raw.pull();
        }
    }

    @Override
    public void close() {
        leave();
    }
}
