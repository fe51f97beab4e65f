package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneClient;
import io.tetherkey.protocol.host.PhoneListener;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.LinkReply.PhoneInfo;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.RefusedException;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All phones that are plugged in, and which of them is used; the {@link PhoneDesk} knows only that one.
 *
 * <p>A phone is remembered by where it is plugged in, and by the slots in its flash once it trusts this computer. As long
 * as something is under way, no other phone takes its place: one that comes to another socket is let in only if it holds
 * the same slots. At rest, the only phone that is there is used. All methods may be called from any thread.
 */
public final class PhoneRack implements PhoneListener {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneRack.class);

    /** As long as a phone may only have been pulled for a moment. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final PhoneDesk desk;
    private final Introduction quiet;
    private final Consumer<List<PresentPhone>> listener;
    private final Later later;
    private final Map<PhoneAddress, Integer> numbers = new HashMap<>();
    private final Map<PhoneAddress, Entry> phones = new HashMap<>();
    private @Nullable PhoneAddress used;
    private volatile Known lost = Known.NOTHING;
    private PhoneUse use = PhoneUse.FREE;
    private List<PresentPhone> told = List.of();

    private record Entry(PhoneAddress address, PhoneClient client, String model) {}

    /** By what the phone in use is known again once it was lost; a phone without slots by nothing. */
    private record Known(String model, Set<String> slots) {
        static final Known NOTHING = new Known("", Set.of());
    }

    /** {@code listener} gets the phones whenever they change, in the order of their numbers. */
    public PhoneRack(PhoneDesk desk, Computer computer, Consumer<List<PresentPhone>> listener) {
        this(desk, computer, Later.byTheClock(), listener);
    }

    PhoneRack(PhoneDesk desk, Computer computer, Later later, Consumer<List<PresentPhone>> listener) {
        this.desk = desk;
        this.quiet = new Introduction(computer, Introduction.Question.WITHDRAWN);
        this.later = later;
        this.listener = listener;
    }

    @Override
    public synchronized void plugged(PhoneClient phone, PhoneAddress address) {
        var entry = new Entry(address, phone, "");
        phones.put(address, entry);
        numbers.computeIfAbsent(address, fresh -> freeNumber());
        if (used == null || used.equals(address) || usedIsGone() && mayFollow()) {
            use(entry);
        }
        start(() -> meet(entry));
        tell();
    }

    /** At rest any phone will do; otherwise the only one that is there, if the lost one had no slot to be known by. */
    private boolean mayFollow() {
        return use == PhoneUse.FREE || lost.slots().isEmpty() && phones.size() == 1;
    }

    private int freeNumber() {
        int number = 1;
        while (numbers.containsValue(number)) {
            number++;
        }
        return number;
    }

    @Override
    public synchronized void unplugged(PhoneAddress address, TransportException why) {
        phones.remove(address);
        if (address.equals(used)) {
            desk.unplugged(address, why);
            later.run(MOMENT, this::useTheOnlyOne);
        }
        tell();
    }

    @Override
    public void unusable(PhoneAddress address, TransportException why) {
        desk.unusable(address, why);
    }

    @Override
    public void gone(PhoneAddress address) {
        desk.gone(address);
    }

    /** What the phone in use is needed for from now on. */
    public synchronized void bind(PhoneUse now) {
        use = now;
        if (now == PhoneUse.FREE) {
            useTheOnlyOne();
        }
    }

    /** The phone in use has shown its board, by which it is known when it comes back somewhere else. Takes no lock. */
    public void known(PhoneState.Ready ready) {
        lost = new Known(ready.model(), ids(ready.board()));
    }

    private static Set<String> ids(List<SlotInfo> board) {
        return board.stream().map(SlotInfo::slotId).collect(Collectors.toSet());
    }

    /** The user wants this one; does nothing while something is under way. */
    public synchronized void choose(int number) {
        entry(number)
                .filter(wanted -> use != PhoneUse.BOUND && !wanted.address().equals(used))
                .ifPresent(wanted -> {
                    LOG.info("the user chose the phone at {}", wanted.address());
                    use(wanted);
                    tell();
                });
    }

    /** Makes the phone show that it is the one; tells {@code refused} if it does not. */
    public void wink(int number, Consumer<Fault> refused) {
        Optional<Entry> wanted;
        synchronized (this) {
            wanted = entry(number);
        }
        wanted.ifPresent(entry -> start(() -> {
            try {
                entry.client().wink();
            } catch (RefusedException e) {
                refused.accept(Fault.of(e.status()));
            }
        }));
    }

    private Optional<Entry> entry(int number) {
        return phones.values().stream()
                .filter(one -> Integer.valueOf(number).equals(numbers.get(one.address())))
                .findFirst();
    }

    private boolean usedIsGone() {
        return used != null && !phones.containsKey(used);
    }

    private synchronized void useTheOnlyOne() {
        if (usedIsGone() && use == PhoneUse.FREE && phones.size() == 1) {
            use(phones.values().iterator().next());
            tell();
        }
    }

    private void use(Entry entry) {
        boolean another = used != null && !used.equals(entry.address());
        used = entry.address();
        if (another) {
            lost = Known.NOTHING;
            desk.change(entry.client(), entry.address());
        } else {
            desk.plugged(entry.client(), entry.address());
        }
    }

    /** Asks a phone what it is; one that may be the lost one is asked for its slots too, but must not ask its user. */
    private void meet(Entry entry)
            throws TransportException, ProtocolException, RefusedException, InterruptedException {
        PhoneInfo info = entry.client().info();
        synchronized (this) {
            if (phones.get(entry.address()) != entry) {
                return;
            }
            phones.put(entry.address(), new Entry(entry.address(), entry.client(), info.model()));
            tell();
            if (!usedIsGone() || lost.slots().isEmpty() || !info.model().equals(lost.model())) {
                return;
            }
        }
        if (info.locked()) {
            later.run(MOMENT, () -> start(() -> meet(newest(entry))));
        } else {
            quiet.make(entry.client(), info, () -> {});
            takeBack(entry.address(), ids(entry.client().slots()));
        }
    }

    private synchronized Entry newest(Entry entry) {
        Entry now = phones.get(entry.address());
        return now != null && now.client() == entry.client() ? now : entry;
    }

    /** The phone that was lost is plugged in somewhere else. */
    private synchronized void takeBack(PhoneAddress address, Set<String> slots) {
        Set<String> common = new HashSet<>(slots);
        common.retainAll(lost.slots());
        Entry entry = phones.get(address);
        if (entry != null && usedIsGone() && !common.isEmpty()) {
            LOG.info("the phone in use is back at {}", address);
            used = address;
            desk.plugged(entry.client(), address);
            tell();
        }
    }

    private void tell() {
        List<PresentPhone> now = phones.values().stream()
                .map(one -> new PresentPhone(
                        numbers.getOrDefault(one.address(), 0),
                        one.model(),
                        one.address().kind(),
                        one.address().equals(used)))
                .sorted(Comparator.comparingInt(PresentPhone::number))
                .toList();
        if (!now.equals(told)) {
            told = now;
            listener.accept(now);
        }
    }

    @FunctionalInterface
    private interface Talk {
        void run() throws TransportException, ProtocolException, RefusedException, InterruptedException;
    }

    private static void start(Talk talk) {
        Thread.ofVirtual().name("phone-rack").start(() -> {
            try {
                talk.run();
            } catch (TransportException e) {
                LOG.debug("the phone left while it was asked", e);
            } catch (ProtocolException | RefusedException e) {
                LOG.info("the phone did not say who it is", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
