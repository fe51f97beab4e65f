package io.tetherkey.protocol.host;

import io.tetherkey.protocol.link.Hello;
import io.tetherkey.protocol.link.LinkCapability;
import io.tetherkey.protocol.link.LinkLimits;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to each of the given phones that is plugged in, and tells when one comes and goes, within a second.
 *
 * <p>The addresses are tried side by side, and again after what {@link BackOff} says; those at which something else is
 * plugged in, less and less often ({@link RestingAddresses}). One virtual thread judges what came of them and tells the
 * listener.
 */
public final class PhoneMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneMonitor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final Duration BESIDE_A_PHONE = Duration.ofSeconds(1);
    private static final Duration NOTHING_TO_TRY = Duration.ofSeconds(2);

    private final Supplier<List<PhoneAddress>> addresses;
    private final TransportOpener opener;
    private final RandomGenerator random;
    private final LongSupplier millis;
    private final BiPredicate<PhoneAddress, PhoneAddress> sameDevice;
    private final Map<PhoneAddress, LinkedPhoneClient> held = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<PhoneAddress, TransportFault> told = new HashMap<>();
    private final RestingAddresses resting;
    private @Nullable Thread thread;
    private volatile @Nullable PhoneSearch searching;
    private volatile Pace pace = Pace.PROMPT;
    private volatile boolean again;

    /** Watches fixed addresses over the cables of this build. */
    public PhoneMonitor(List<PhoneAddress> addresses) {
        this(() -> addresses, new StandardTransports());
    }

    /**
     * Watches addresses that may change.
     *
     * @param addresses asked before each round, on the monitor's thread
     */
    public PhoneMonitor(Supplier<List<PhoneAddress>> addresses, TransportOpener opener) {
        this(addresses, opener, (one, other) -> false);
    }

    /**
     * Watches addresses of which two may lead to the same phone.
     *
     * @param sameDevice whether two addresses are known to be roads to one phone, which is then held over one of them
     */
    public PhoneMonitor(
            Supplier<List<PhoneAddress>> addresses,
            TransportOpener opener,
            BiPredicate<PhoneAddress, PhoneAddress> sameDevice) {
        this(addresses, opener, sameDevice, new SecureRandom(), () -> System.nanoTime() / 1_000_000);
    }

    /**
     * Watches with a given source of nonces and a given clock.
     *
     * @param millis a monotonic clock in milliseconds
     */
    PhoneMonitor(
            Supplier<List<PhoneAddress>> addresses,
            TransportOpener opener,
            RandomGenerator random,
            LongSupplier millis) {
        this(addresses, opener, (one, other) -> false, random, millis);
    }

    private PhoneMonitor(
            Supplier<List<PhoneAddress>> addresses,
            TransportOpener opener,
            BiPredicate<PhoneAddress, PhoneAddress> sameDevice,
            RandomGenerator random,
            LongSupplier millis) {
        this.addresses = addresses;
        this.sameDevice = sameDevice;
        this.opener = opener;
        this.random = random;
        this.millis = millis;
        this.resting = new RestingAddresses(millis);
    }

    /** Starts watching; once only. */
    public synchronized void start(PhoneListener listener) {
        if (thread != null) {
            throw new IllegalStateException("The monitor was started before.");
        }
        thread = Thread.ofVirtual().name("phone-monitor").start(() -> run(listener));
    }

    /** Stops watching and closes the connections; the listener hears nothing more once this returns. */
    @Override
    public void close() {
        closed.countDown();
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        running.interrupt();
        try {
            running.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Other addresses may be there now: asks for them at once instead of at the next try. */
    public void look() {
        PhoneSearch search = searching;
        if (search != null) {
            search.others();
        }
    }

    /** Somebody wishes for a phone: what is left alone, or was tried in vain, is tried once more at once. */
    public void tryAgain() {
        opener.askAgain();
        again = true;
        look();
    }

    /** How often to try from now on. */
    public void keep(Pace chosen) {
        pace = chosen;
        look();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run(PhoneListener listener) {
        try (PhoneSearch search = new PhoneSearch()) {
            searching = search;
            watch(search, listener);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            LOG.debug("The phone monitor stops");
        } finally {
            searching = null;
            held.values().forEach(LinkedPhoneClient::close);
        }
    }

    private void watch(PhoneSearch search, PhoneListener listener) throws InterruptedException {
        BackOff backOff = new BackOff(random);
        while (!isClosed()) {
            List<PhoneAddress> round = addresses.get();
            for (PhoneAddress address : List.copyOf(told.keySet())) {
                if (!round.contains(address)) {
                    forget(address, listener);
                }
            }
            resting.keepOnly(round);
            if (again) {
                again = false;
                resting.end();
            }
            List<PhoneAddress> worthTrying = round.stream()
                    .filter(address -> !leadsToAHeldPhone(address) && !resting.isResting(address))
                    .toList();
            for (PhoneAddress address : worthTrying) {
                byte[] nonce = nonce();
                search.begin(address, () -> connect(address, nonce));
            }
            judge(backOff, pause(worthTrying.isEmpty(), backOff), search, listener);
        }
    }

    private boolean leadsToAHeldPhone(PhoneAddress address) {
        return held.keySet().stream().anyMatch(one -> one.equals(address) || sameDevice.test(one, address));
    }

    /** Milliseconds until the next round; whoever has a phone waits longer for another. */
    private long pause(boolean nothingToTry, BackOff backOff) {
        if (held.isEmpty()) {
            return backOff.next(pace);
        }
        return nothingToTry ? NOTHING_TO_TRY.toMillis() : Math.max(BESIDE_A_PHONE.toMillis(), backOff.next(pace));
    }

    /** Until the next round is due, a phone has left and may be back at once, or others are there. */
    private void judge(BackOff backOff, long millisToWait, PhoneSearch search, PhoneListener listener)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisToWait);
        while (!isClosed()) {
            Optional<PhoneSearch.Found> found = search.await(end - System.nanoTime());
            if (found.isEmpty()) {
                return;
            }
            switch (found.get()) {
                case PhoneSearch.Found.Phone(PhoneAddress address, LinkedPhoneClient client) ->
                    hold(address, client, search, listener);
                case PhoneSearch.Found.Nobody(PhoneAddress address, TransportException why) ->
                    failed(address, why, listener);
                case PhoneSearch.Found.Left(PhoneAddress address, TransportException why) -> {
                    letGo(address, why, listener);
                    backOff.reset();
                    return;
                }
                case PhoneSearch.Found.Others() -> {
                    backOff.reset();
                    return;
                }
            }
        }
    }

    private byte[] nonce() {
        byte[] nonce = new byte[LinkLimits.NONCE_LENGTH];
        random.nextBytes(nonce);
        return nonce;
    }

    private LinkedPhoneClient connect(PhoneAddress address, byte[] nonce)
            throws TransportException, InterruptedException {
        Transport transport = opener.open(address);
        try {
            LinkedPhoneClient client = LinkedPhoneClient.open(transport, hello(nonce, transport), millis, PATIENCE);
            opener.answered(address);
            return client;
        } catch (TransportException e) {
            if (e.fault() == TransportFault.NO_ANSWER) {
                opener.silent(address);
            }
            throw e;
        }
    }

    /** Where only silence tells of a pulled cable, it is not to last for long. */
    private static Hello hello(byte[] nonce, Transport transport) {
        Hello plain = Hello.of(nonce);
        return transport.tellsOfItsEnd()
                ? plain.offering(LinkCapability.LOCK_NEWS, LinkCapability.LONG_REST)
                : plain.offering(LinkCapability.LOCK_NEWS);
    }

    /** A connection that ends before the phone spoke is what an unplugged phone's socket does: absent. */
    private void failed(PhoneAddress address, TransportException why, PhoneListener listener)
            throws InterruptedException {
        resting.failed(address, why.fault());
        switch (why.fault()) {
            case ABSENT, UNPLUGGED, CLOSED -> forget(address, listener);
            case INTERRUPTED -> throw new InterruptedException("The phone monitor was interrupted.");
            case NO_PERMISSION,
                    IN_USE,
                    UNSUPPORTED,
                    NO_LIBRARY,
                    NOT_NEARBY,
                    NO_ANSWER,
                    LEFT_ALONE,
                    INCOMPATIBLE,
                    FAILED -> {
                if (told.put(address, why.fault()) != why.fault()) {
                    LOG.info("Phone at {} cannot be used: {}", address, why.fault());
                    tell(() -> listener.unusable(address, why));
                }
            }
        }
    }

    private void forget(PhoneAddress address, PhoneListener listener) {
        if (told.remove(address) != null) {
            tell(() -> listener.gone(address));
        }
    }

    private void hold(PhoneAddress address, LinkedPhoneClient client, PhoneSearch search, PhoneListener listener) {
        if (isClosed() || leadsToAHeldPhone(address)) {
            client.close();
            return;
        }
        told.remove(address);
        resting.answered(address);
        held.put(address, client);
        LOG.info("Phone plugged in at {}", address);
        tell(() -> listener.plugged(client, address));
        search.follow(address, client);
    }

    private void letGo(PhoneAddress address, TransportException why, PhoneListener listener) {
        LinkedPhoneClient client = held.remove(address);
        if (client != null) {
            LOG.info("Phone at {} is gone: {}", address, why.fault());
            tell(() -> listener.unplugged(address, why));
            client.close();
        }
    }

    /** A listener that throws has a bug; the phone must be watched all the same. */
    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.error("A phone listener failed", e);
        }
    }
}
