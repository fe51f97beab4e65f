package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PhoneMonitorMemoryTest extends PhoneMonitorContractTest {
    private static final PhoneAddress ALICE = new PhoneAddress(PhoneAddress.Kind.MEMORY, "alice");
    private static final PhoneAddress OTHER = new PhoneAddress(PhoneAddress.Kind.MEMORY, "other");

    private static final long HOUR = 3_600_000;

    private MemoryPhonePort memory = new MemoryPhonePort();

    @Override
    TransportListener listen() {
        memory = new MemoryPhonePort();
        return memory;
    }

    @Override
    PhoneAddress address() {
        return ALICE;
    }

    @Override
    PhoneMonitor monitor(List<PhoneAddress> addresses) {
        return new PhoneMonitor(() -> addresses, this::connect);
    }

    private Transport connect(PhoneAddress address) throws TransportException {
        if (address.equals(ALICE)) {
            return memory.connect();
        }
        throw new TransportException(TransportFault.NO_PERMISSION, "May not open " + address + ".");
    }

    @Test
    void unusableAddressIsToldOnceAndTheOthersAreTried() throws Exception {
        try (PhoneMonitor both = monitor(List.of(OTHER, ALICE))) {
            both.start(diary);
            assertThat(List.of(diary.next(Diary.Entry.class, SOON), diary.next(Diary.Entry.class, SOON)))
                    .contains(new Diary.Entry.Unusable(OTHER, TransportFault.NO_PERMISSION))
                    .hasAtLeastOneElementOfType(Diary.Entry.Plugged.class);
            memory.unplug();
            diary.next(Diary.Entry.Unplugged.class, SOON);
            memory.plug();

            diary.next(Diary.Entry.Plugged.class, SOON);
        }
    }

    @Test
    void twoPhonesAreHeldAndEachIsToldByItself() throws Exception {
        try (MemoryPhonePort second = new MemoryPhonePort();
                FakePhone other = new FakePhone(second, _ -> new LinkReply.Done());
                PhoneMonitor both = new PhoneMonitor(
                        () -> List.of(ALICE, OTHER),
                        address -> address.equals(ALICE) ? memory.connect() : second.connect())) {
            both.start(diary);
            var one = diary.next(Diary.Entry.Plugged.class, SOON);
            var two = diary.next(Diary.Entry.Plugged.class, SOON);
            assertThat(List.of(one.address(), two.address())).containsExactlyInAnyOrder(ALICE, OTHER);
            one.phone().wink();
            two.phone().wink();
            assertThat(phone.requests).hasSize(1);
            assertThat(other.requests).hasSize(1);

            memory.unplug();
            assertThat(diary.next(Diary.Entry.Unplugged.class, SOON).address()).isEqualTo(ALICE);
            (one.address().equals(OTHER) ? one : two).phone().wink();
            memory.plug();
            assertThat(diary.next(Diary.Entry.Plugged.class, SOON).address()).isEqualTo(ALICE);
        }
    }

    /** The second phone has answered and nobody has heard of it yet when the listener of the first closes the monitor. */
    @Test
    void phoneThatIsFoundWhileTheMonitorClosesIsLetGoOf() throws Exception {
        Set<PhoneAddress> answered = ConcurrentHashMap.newKeySet();
        Set<PhoneAddress> letGo = ConcurrentHashMap.newKeySet();
        List<PhoneAddress> plugged = new CopyOnWriteArrayList<>();
        try (MemoryPhonePort second = new MemoryPhonePort();
                FakePhone other = new FakePhone(second, _ -> new LinkReply.Done())) {
            TransportOpener opener = new TransportOpener() {
                @Override
                public Transport open(PhoneAddress address) throws TransportException {
                    Transport cable = address.equals(ALICE) ? memory.connect() : second.connect();
                    return noting(cable, () -> letGo.add(address));
                }

                @Override
                public void answered(PhoneAddress address) {
                    answered.add(address);
                }
            };
            PhoneMonitor both = new PhoneMonitor(() -> List.of(ALICE, OTHER), opener);
            both.start(new PhoneListener() {
                @Override
                public void plugged(PhoneClient phone, PhoneAddress address) {
                    plugged.add(address);
                    await().atMost(SOON).until(() -> answered.size() == 2);
                    both.close();
                }

                @Override
                public void unplugged(PhoneAddress address, TransportException why) {}
            });
            await().atMost(SOON).untilAsserted(() -> assertThat(letGo).containsExactlyInAnyOrder(ALICE, OTHER));
            assertThat(plugged).hasSize(1);
            assertThat(other.requests).isEmpty();
        }
    }

    private static Transport noting(Transport cable, Runnable closed) {
        return (Transport) Proxy.newProxyInstance(
                Transport.class.getClassLoader(), new Class<?>[] {Transport.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.run();
                    }
                    try {
                        return method.invoke(cable, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void phoneWithTwoRoadsIsHeldOverOneAndTakenUpOverTheOther() throws Exception {
        try (MemoryPhonePort second = new MemoryPhonePort();
                FakePhone other = new FakePhone(second, _ -> new LinkReply.Done());
                PhoneMonitor one = new PhoneMonitor(
                        () -> List.of(ALICE, OTHER),
                        address -> address.equals(ALICE) ? memory.connect() : second.connect(),
                        (road, sibling) -> true)) {
            one.start(diary);
            PhoneAddress first = diary.next(Diary.Entry.Plugged.class, SOON).address();
            (first.equals(ALICE) ? memory : second).unplug();
            assertThat(diary.next(Diary.Entry.Unplugged.class, SOON).address()).isEqualTo(first);
            assertThat(diary.next(Diary.Entry.Plugged.class, SOON).address()).isNotEqualTo(first);
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void changedReasonIsToldAgain() throws Exception {
        AtomicBoolean held = new AtomicBoolean();
        try (PhoneMonitor changing = new PhoneMonitor(() -> List.of(OTHER), address -> {
            throw new TransportException(
                    held.get() ? TransportFault.IN_USE : TransportFault.NO_PERMISSION, "May not open " + address + ".");
        })) {
            changing.start(diary);
            diary.next(Diary.Entry.Unusable.class, SOON);
            held.set(true);

            assertThat(diary.next(Diary.Entry.Unusable.class, SOON).why()).isEqualTo(TransportFault.IN_USE);
        }
    }

    @Test
    void unusableDeviceThatIsUnpluggedIsToldToBeGone() throws Exception {
        AtomicReference<List<PhoneAddress>> known = new AtomicReference<>(List.of(OTHER));
        AtomicReference<TransportFault> fault = new AtomicReference<>(TransportFault.NO_PERMISSION);
        try (PhoneMonitor watching = new PhoneMonitor(() -> Objects.requireNonNull(known.get()), address -> {
            throw new TransportException(Objects.requireNonNull(fault.get()), "May not open " + address + ".");
        })) {
            watching.start(diary);
            diary.next(Diary.Entry.Unusable.class, SOON);
            known.set(List.of());
            assertThat(diary.next(Diary.Entry.Gone.class, SOON).address()).isEqualTo(OTHER);
            known.set(List.of(OTHER));
            diary.next(Diary.Entry.Unusable.class, SOON);
            fault.set(TransportFault.ABSENT);
            assertThat(diary.next(Diary.Entry.Gone.class, SOON).address()).isEqualTo(OTHER);
        }
    }

    @Test
    void addressesMayAppearLater() throws Exception {
        AtomicReference<List<PhoneAddress>> known = new AtomicReference<>(List.of());
        try (PhoneMonitor growing = new PhoneMonitor(() -> Objects.requireNonNull(known.get()), this::connect)) {
            growing.start(diary);
            known.set(List.of(ALICE));

            diary.next(Diary.Entry.Plugged.class, SOON);
        }
    }

    /** Without being told it would take the monitor minutes to ask so often. */
    @Test
    @Timeout(60)
    void monitorThatIsToldOfAChangeAsksAtOnce() throws Exception {
        Semaphore asked = new Semaphore(0);
        try (PhoneMonitor told = new PhoneMonitor(
                () -> {
                    asked.release();
                    return List.of();
                },
                this::connect)) {
            told.keep(Pace.CALM);
            told.start(diary);
            for (int i = 0; i < 200; i++) {
                asked.acquire();
                asked.drainPermits();
                told.look();
            }
        }
    }

    @Test
    void whateverIsPluggedInButDoesNotSpeakIsUnusable() throws Exception {
        try (MemoryPhonePort dumb = new MemoryPhonePort();
                PhoneMonitor deaf = new PhoneMonitor(() -> List.of(ALICE), _ -> dumb.connect())) {
            deaf.start(diary);

            assertThat(diary.next(Diary.Entry.Unusable.class, SOON).why()).isEqualTo(TransportFault.NO_ANSWER);
        }
    }

    @Test
    void deviceWithoutOurAppIsLeftAloneUntilItIsPluggedAgainOrAPauseIsOver() throws Exception {
        AtomicReference<List<PhoneAddress>> known = new AtomicReference<>(List.of(OTHER));
        AtomicLong clock = new AtomicLong();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger rounds = new AtomicInteger();
        TransportOpener opener = address -> {
            tries.incrementAndGet();
            throw new TransportException(TransportFault.NO_ANSWER, "No TetherKey phone answers.");
        };
        try (PhoneMonitor watching = new PhoneMonitor(
                () -> {
                    rounds.incrementAndGet();
                    return Objects.requireNonNull(known.get());
                },
                opener,
                new Random(1),
                clock::get)) {
            watching.start(diary);
            diary.next(Diary.Entry.Unusable.class, SOON);
            awaitRounds(rounds);
            assertThat(tries).hasValue(1);

            clock.addAndGet(500);
            await().atMost(SOON).untilAtomic(tries, equalTo(2));
            clock.addAndGet(999);
            awaitRounds(rounds);
            assertThat(tries).hasValue(2);

            known.set(List.of());
            diary.next(Diary.Entry.Gone.class, SOON);
            known.set(List.of(OTHER));
            diary.next(Diary.Entry.Unusable.class, SOON);
            assertThat(tries).hasValue(3);
        }
    }

    @Test
    void phoneThatComesWhileAnotherDeviceIsLeftAloneIsFoundAtOnce() throws Exception {
        AtomicReference<List<PhoneAddress>> known = new AtomicReference<>(List.of(OTHER));
        try (PhoneMonitor watching = new PhoneMonitor(
                () -> Objects.requireNonNull(known.get()),
                address -> {
                    if (address.equals(OTHER)) {
                        throw new TransportException(TransportFault.NO_ANSWER, "No TetherKey phone answers.");
                    }
                    return connect(address);
                },
                new Random(1),
                () -> 0)) {
            watching.start(diary);
            diary.next(Diary.Entry.Unusable.class, SOON);
            known.set(List.of(OTHER, ALICE));

            assertThat(diary.next(Diary.Entry.Plugged.class, SOON).address()).isEqualTo(ALICE);
        }
    }

    /** The phone says nothing at first and answers once it is asked again; the clock stands, so that nobody is due. */
    @Test
    void openerHearsWhoIsSilentAndTryingAgainWaitsForNoPause() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        MemoryPhonePort dumb = new MemoryPhonePort();
        TransportOpener opener = new TransportOpener() {
            @Override
            public Transport open(PhoneAddress address) throws TransportException {
                return heard.contains("again") ? memory.connect() : dumb.connect();
            }

            @Override
            public void answered(PhoneAddress address) {
                heard.add("answered");
            }

            @Override
            public void silent(PhoneAddress address) {
                heard.add("silent");
            }

            @Override
            public void askAgain() {
                heard.add("again");
            }
        };
        AtomicLong clock = new AtomicLong();
        try (dumb;
                PhoneMonitor watching = new PhoneMonitor(() -> List.of(ALICE), opener, new Random(1), clock::get)) {
            watching.start(diary);
            clock.addAndGet(3_000);
            assertThat(diary.next(Diary.Entry.Unusable.class, SOON).why()).isEqualTo(TransportFault.NO_ANSWER);
            watching.tryAgain();

            diary.next(Diary.Entry.Plugged.class, SOON);
            assertThat(heard).containsExactly("silent", "again", "answered");
        }
    }

    private static void awaitRounds(AtomicInteger rounds) {
        int now = rounds.get();
        await().atMost(SOON).until(() -> rounds.get() >= now + 3);
    }

    /** Thirteen seconds of silence at rest, on a clock that runs ten times as fast once the phone is silent. */
    @Test
    void phoneThatFallsSilentIsLost() throws Exception {
        AtomicLong silentSince = new AtomicLong(System.nanoTime() / 1_000_000 + HOUR);
        LongSupplier clock = () -> {
            long now = System.nanoTime() / 1_000_000;
            return now + 9 * Math.max(0, now - silentSince.get());
        };
        try (PhoneMonitor hasty = new PhoneMonitor(() -> List.of(ALICE), this::connect, new Random(1), clock)) {
            hasty.start(diary);
            diary.next(Diary.Entry.Plugged.class, SOON);
            phone.fallSilent();
            silentSince.set(System.nanoTime() / 1_000_000);

            assertThat(diary.next(Diary.Entry.Unplugged.class, SOON).why()).isEqualTo(TransportFault.NO_ANSWER);
        }
    }
}
