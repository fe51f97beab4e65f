package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the plugged phone from the cable to the board of banks, and offers the {@link PhoneCalls ways} to its chip.
 *
 * <p>Each plug starts one virtual thread that greets the phone: it waits while the phone is locked, asks to be trusted,
 * and reads the board. A phone that goes away is reconnecting for a second and a half before it is absent. The listener
 * is called on the greeting's thread, the monitor's or the timer's, one state at a time and the present one last. All
 * methods may be called from any thread.
 */
public final class PhoneDesk implements PhoneListener {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneDesk.class);
    private static final Duration FLICKER = Duration.ofMillis(1_500);

    private final Computer computer;
    private final Later later;
    private final PhoneInUse inUse;
    private final PhoneCalls calls;
    private final LockPause lockPause = new LockPause();
    private final Map<PhoneAddress, TransportException> troubles = new ConcurrentHashMap<>();

    /** {@code listener} gets each new state. */
    public PhoneDesk(Computer computer, RandomSource random, Consumer<PhoneState> listener) {
        this(computer, random, Later.byTheClock(), listener);
    }

    PhoneDesk(Computer computer, RandomSource random, Later later, Consumer<PhoneState> listener) {
        this.computer = computer;
        this.later = later;
        this.inUse = new PhoneInUse(listener);
        this.calls = new PhoneCalls(inUse, random, this::dropReady);
    }

    /** The present state. */
    public PhoneState state() {
        return inUse.state();
    }

    /** The ways to the chip and the slots of the phone in use. */
    public PhoneCalls calls() {
        return calls;
    }

    @Override
    public void plugged(PhoneClient phone, PhoneAddress address) {
        LOG.info("phone plugged at {}", address);
        troubles.remove(address);
        inUse.update(now -> now.with(phone));
        greet(phone);
    }

    /** Another phone is used from now on, though the one before may still be plugged in; what was read from that is gone. */
    public void change(PhoneClient phone, PhoneAddress address) {
        LOG.info("phone at {} is used from now on", address);
        if (inUse.state() instanceof PhoneState.AskingTrust) {
            calls.cancel();
        }
        troubles.remove(address);
        inUse.update(now -> now.with(phone).to(new PhoneState.Greeting()));
        greet(phone);
    }

    @Override
    public void unplugged(PhoneAddress address, TransportException why) {
        LOG.info("phone unplugged at {}: {}", address, why.fault());
        inUse.update(this::left);
    }

    /** What is known of the phone stays for a moment, in case that only the cable flickered. */
    private PhoneInUse.Seen left(PhoneInUse.Seen now) {
        return switch (now.state()) {
            case PhoneState.Ready ready -> {
                var reconnecting = new PhoneState.Reconnecting(ready);
                later.run(FLICKER, () -> inUse.update(then -> givenUp(then, reconnecting)));
                yield now.without().to(reconnecting);
            }
            case PhoneState.Reconnecting ignored -> now.without();
            case PhoneState.Absent ignored -> now.without();
            case PhoneState.Unusable ignored -> now.without().to(new PhoneState.Absent());
            case PhoneState.Greeting ignored -> now.without().to(new PhoneState.Absent());
            case PhoneState.Locked ignored -> now.without().to(new PhoneState.Absent());
            case PhoneState.AskingTrust ignored -> now.without().to(new PhoneState.Absent());
        };
    }

    /** The moment is over: a phone that is back but has not said who it is counts as any other. */
    private PhoneInUse.Seen givenUp(PhoneInUse.Seen now, PhoneState.Reconnecting begun) {
        if (now.state() != begun) {
            return now;
        }
        return now.to(now.phone() == null ? unusable() : new PhoneState.Greeting());
    }

    @Override
    public void unusable(PhoneAddress address, TransportException why) {
        troubles.put(address, why);
        inUse.update(now -> now.phone() == null && !(now.state() instanceof PhoneState.Reconnecting)
                ? now.to(CableFaults.state(Optional.of(why)))
                : now);
    }

    @Override
    public void gone(PhoneAddress address) {
        troubles.remove(address);
        inUse.update(
                now -> now.phone() == null && now.state() instanceof PhoneState.Unusable ? now.to(unusable()) : now);
    }

    /** What is to be said while no phone is plugged in. */
    private PhoneState unusable() {
        return CableFaults.state(troubles.values().stream().findFirst());
    }

    /** Why the phone at the address cannot be used, as it was told last. */
    public Optional<TransportException> trouble(PhoneAddress address) {
        return Optional.ofNullable(troubles.get(address));
    }

    /** Which computers the plugged phone trusts. */
    public TrustedComputers computers() {
        return new TrustedComputers(inUse::client, () -> inUse.client().ifPresent(this::greetAsAStranger));
    }

    /** What was read of the phone does not hold any more. */
    private void greetAsAStranger(PhoneClient phone) {
        inUse.becomeOf(phone, new PhoneState.Greeting());
        greet(phone);
    }

    /** Reads the board again, after a payment or when the user asks. */
    public void refresh() {
        inUse.client().ifPresent(this::greet);
    }

    private void greet(PhoneClient phone) {
        var greeting =
                new PhoneGreeting(phone, computer, next -> inUse.becomeOf(phone, next), () -> pauseWhilePlugged(phone));
        Thread.ofVirtual().name("phone-greeting").start(() -> {
            if (state().known().isEmpty()) {
                inUse.becomeOf(phone, new PhoneState.Greeting());
            }
            greeting.run();
        });
    }

    /** How often a locked phone is asked whether it still is, from now on. */
    public void keep(Pace chosen) {
        lockPause.keep(chosen);
    }

    /** Waits before a locked phone is asked again; false once it is gone. */
    private boolean pauseWhilePlugged(PhoneClient phone) throws InterruptedException {
        lockPause.before(phone);
        return inUse.is(phone);
    }

    /** A phone that could not be asked counts as ready only after it was greeted anew. */
    private void dropReady(PhoneClient phone, Fault why) {
        if (why == Fault.PHONE_LOCKED) {
            greetAsAStranger(phone);
        } else {
            inUse.update(now -> now.phone() == phone ? left(now) : now);
        }
    }
}
