package io.tetherkey.protocol.conformance.phone;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.Operator;
import io.tetherkey.protocol.conformance.bank.BankKeys;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The phone that is judged, at the end of one cable at a time. Used by one thread. */
public final class PhoneUnderTest implements AutoCloseable {
    /** How long the phone may be away after a pulled cable. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    private static final int NONCE = 8;
    private static final int COMPUTER_ID = 16;
    /** The computer's name as the phone shows it; a script goes by it. */
    private static final String OWN_NAME = "Conformance: approve";

    private final Plug plug;
    private final Setting setting;
    private final byte[] computerId;
    private Optional<FrameCable> cable = Optional.empty();
    private Optional<PhoneLine> line = Optional.empty();
    private boolean known;

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
     * @param patience how long a person may take
     */
    public record Setting(Operator operator, BankKeys banks, Clock clock, RandomSource random, Duration patience) {}

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

    /** Tells the person at the phone what to do. */
    public void please(String what) {
        setting.operator().please(what);
    }

    // Cables

    /** A fresh cable on which nothing was said; the one before is left politely. */
    public FrameCable cable() throws TransportException, CaseFailure {
        leave();
        FrameCable fresh = new FrameCable(plug.plug());
        cable = Optional.of(fresh);
        return fresh;
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

    /** Asks for a deed of the person and waits until the phone tells that it is locked or unlocked. */
    public void awaitLocked(PhoneLine open, boolean locked) throws TransportException, CaseFailure, NotRunException {
        long deadline = System.nanoTime() + setting.patience().toNanos();
        while (info(open).locked() != locked) {
            if (System.nanoTime() >= deadline) {
                throw new NotRunException("nobody " + (locked ? "locked" : "unlocked") + " the phone");
            }
            LockSupport.parkNanos(PAUSE);
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
