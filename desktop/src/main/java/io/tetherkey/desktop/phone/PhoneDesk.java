package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.Pace;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the plugged phone from the cable to the board of banks, and offers the payment a way to its chip.
 *
 * <p>Each plug starts one virtual thread that greets the phone: it waits while the phone is locked, asks to be trusted,
 * and reads the board. A phone that goes away is reconnecting for a second and a half before it is absent. The listener
 * is called on the greeting's thread, the monitor's or the timer's, one state at a time and the present one last. All
 * methods may be called from any thread.
 */
public final class PhoneDesk implements PhoneListener, PhoneRoad, SlotRoad {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneDesk.class);
    private static final Duration LOCKED_POLL = Duration.ofMillis(700);
    private static final Duration CALM_LOCKED_POLL = Duration.ofSeconds(2);
    private static final Duration FLICKER = Duration.ofMillis(1_500);

    private final Computer computer;
    private final SessionCaller caller;
    private final SlotCaller slots;
    private final Later later;
    private final Consumer<PhoneState> listener;
    private final ReentrantLock telling = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private @Nullable PhoneClient plugged;
    private Pace pace = Pace.PROMPT;
    private int paces;
    private PhoneState state = new PhoneState.Absent();
    private PhoneState told = state;
    private final Map<PhoneAddress, TransportException> troubles = new HashMap<>();

    /** {@code listener} gets each new state. */
    public PhoneDesk(Computer computer, RandomSource random, Consumer<PhoneState> listener) {
        this(computer, random, Later.byTheClock(), listener);
    }

    PhoneDesk(Computer computer, RandomSource random, Later later, Consumer<PhoneState> listener) {
        this.computer = computer;
        this.caller = new SessionCaller(random);
        this.slots = new SlotCaller(random);
        this.later = later;
        this.listener = listener;
    }

    /** The present state. */
    public PhoneState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void plugged(PhoneClient phone, PhoneAddress address) {
        LOG.info("phone plugged at {}", address);
        lock.lock();
        try {
            plugged = phone;
            troubles.remove(address);
        } finally {
            lock.unlock();
        }
        greet(phone);
    }

    /** Another phone is used from now on, though the one before may still be plugged in; what was read from that is gone. */
    public void change(PhoneClient phone, PhoneAddress address) {
        LOG.info("phone at {} is used from now on", address);
        lock.lock();
        try {
            if (plugged != null && state instanceof PhoneState.AskingTrust) {
                plugged.cancel();
            }
            plugged = phone;
            troubles.remove(address);
            become(new PhoneState.Greeting());
        } finally {
            lock.unlock();
        }
        tell();
        greet(phone);
    }

    @Override
    public void unplugged(PhoneAddress address, TransportException why) {
        LOG.info("phone unplugged at {}: {}", address, why.fault());
        lock.lock();
        try {
            plugged = null;
            leave();
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** What is known of the phone stays for a moment, in case that only the cable flickered; under the lock. */
    private void leave() {
        if (state instanceof PhoneState.Ready ready) {
            var reconnecting = new PhoneState.Reconnecting(ready);
            become(reconnecting);
            later.run(FLICKER, () -> giveUp(reconnecting));
        } else if (!(state instanceof PhoneState.Reconnecting)) {
            become(new PhoneState.Absent());
        }
    }

    /** The moment is over: a phone that is back but has not said who it is counts as any other. */
    private void giveUp(PhoneState.Reconnecting begun) {
        lock.lock();
        try {
            if (state == begun) {
                become(plugged == null ? unusable() : new PhoneState.Greeting());
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    @Override
    public void unusable(PhoneAddress address, TransportException why) {
        lock.lock();
        try {
            troubles.put(address, why);
            if (plugged == null && !(state instanceof PhoneState.Reconnecting)) {
                become(CableFaults.state(Optional.of(why)));
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    @Override
    public void gone(PhoneAddress address) {
        lock.lock();
        try {
            troubles.remove(address);
            if (state instanceof PhoneState.Unusable && plugged == null) {
                become(unusable());
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** What is to be said while no phone is plugged in; under the lock. */
    private PhoneState unusable() {
        return CableFaults.state(troubles.values().stream().findFirst());
    }

    /** Why the phone at the address cannot be used, as it was told last. */
    public Optional<TransportException> trouble(PhoneAddress address) {
        lock.lock();
        try {
            return Optional.ofNullable(troubles.get(address));
        } finally {
            lock.unlock();
        }
    }

    /** Which computers the plugged phone trusts. */
    public TrustedComputers computers() {
        return new TrustedComputers(() -> Optional.ofNullable(current()), this::greetAsAStranger);
    }

    /** This computer is trusted no longer, so nothing that was read holds. */
    private void greetAsAStranger() {
        PhoneClient phone = current();
        if (phone != null) {
            becomeOf(phone, new PhoneState.Greeting());
            greet(phone);
        }
    }

    /** Reads the board again, after a payment or when the user asks. */
    public void refresh() {
        PhoneClient phone = current();
        if (phone != null) {
            greet(phone);
        }
    }

    private void greet(PhoneClient phone) {
        var greeting =
                new PhoneGreeting(phone, computer, next -> becomeOf(phone, next), () -> pauseWhilePlugged(phone));
        Thread.ofVirtual().name("phone-greeting").start(() -> {
            if (state().known().isEmpty()) {
                becomeOf(phone, new PhoneState.Greeting());
            }
            greeting.run();
        });
    }

    /** How often a locked phone is asked whether it still is, from now on. */
    public void keep(Pace chosen) {
        lock.lock();
        try {
            pace = chosen;
            paces++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a little before the phone is asked again; false once it is gone. */
    private boolean pauseWhilePlugged(PhoneClient phone) throws InterruptedException {
        lock.lock();
        try {
            int begun = paces;
            long left = (pace == Pace.CALM ? CALM_LOCKED_POLL : LOCKED_POLL).toNanos();
            while (left > 0 && plugged == phone && paces == begun) {
                left = changed.awaitNanos(left);
            }
            return plugged == phone;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public PhoneReply call(PhoneCall call, Login login, Consumer<PhoneStatus> status) throws InterruptedException {
        PhoneClient phone = greeted();
        if (phone == null) {
            return new PhoneReply.Gone(Fault.NO_PHONE);
        }
        PhoneReply reply = caller.call(phone, call, login, status);
        if (reply instanceof PhoneReply.Gone(Fault why)) {
            dropReady(phone, why);
        }
        return reply;
    }

    @Override
    public SlotReply change(SlotCall call, EnrolmentPapers papers, Consumer<PhoneStatus> status)
            throws InterruptedException {
        PhoneClient phone = greeted();
        if (phone == null) {
            return new SlotReply.Gone(Fault.NO_PHONE);
        }
        SlotReply reply = slots.call(phone, call, papers, status);
        if (reply instanceof SlotReply.Gone(Fault why)) {
            dropReady(phone, why);
        }
        return reply;
    }

    @Override
    public Optional<PhoneRecord> paid(String orderId) throws InterruptedException {
        PhoneClient phone = current();
        return phone == null ? Optional.empty() : new RecordPages(phone).paid(orderId);
    }

    /** Hands each record of the plugged phone to {@code each}, page by page; as many as can be read. Blocking. */
    public void records(Consumer<PhoneRecord> each) throws InterruptedException {
        PhoneClient phone = current();
        if (phone != null && state() instanceof PhoneState.Ready) {
            new RecordPages(phone).each(each);
        }
    }

    /** A phone that could not be asked counts as ready only after it was greeted anew. */
    private void dropReady(PhoneClient phone, Fault why) {
        if (why == Fault.PHONE_LOCKED) {
            becomeOf(phone, new PhoneState.Greeting());
            greet(phone);
            return;
        }
        lock.lock();
        try {
            if (plugged == phone) {
                plugged = null;
                leave();
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    @Override
    public void cancel() {
        PhoneClient phone = current();
        if (phone != null) {
            phone.cancel();
        }
    }

    @Override
    public void awaitBack() throws InterruptedException {
        lock.lock();
        try {
            while (!(state instanceof PhoneState.Ready)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PhoneClient current() {
        lock.lock();
        try {
            return plugged;
        } finally {
            lock.unlock();
        }
    }

    /** A phone knows the computer on each link only after the greeting; before it would refuse what was trusted. */
    private @Nullable PhoneClient greeted() {
        lock.lock();
        try {
            return switch (state) {
                case PhoneState.Greeting() -> null;
                case PhoneState.Reconnecting ignored -> null;
                case PhoneState.Absent() -> null;
                case PhoneState.AskingTrust ignored -> null;
                case PhoneState.Unusable ignored -> plugged;
                case PhoneState.Locked ignored -> plugged;
                case PhoneState.Ready ignored -> plugged;
            };
        } finally {
            lock.unlock();
        }
    }

    /** Takes {@code next} only if the phone that it tells of is still the plugged one. */
    private void becomeOf(PhoneClient phone, PhoneState next) {
        lock.lock();
        try {
            if (plugged == phone) {
                become(next);
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** Under the lock; whoever holds it tells afterwards. */
    private void become(PhoneState next) {
        if (!state.equals(next)) {
            state = next;
            changed.signalAll();
        }
    }

    /** Tells the present state, if it was not told. */
    private void tell() {
        telling.lock();
        try {
            PhoneState now = state();
            if (!now.equals(told)) {
                told = now;
                listener.accept(now);
            }
        } finally {
            telling.unlock();
        }
    }
}
