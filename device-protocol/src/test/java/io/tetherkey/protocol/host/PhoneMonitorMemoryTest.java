package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.TransportListener;
import io.tetherkey.protocol.transport.memory.MemoryPhonePort;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PhoneMonitorMemoryTest extends PhoneMonitorContractTest {
    private static final PhoneAddress ALICE = new PhoneAddress(PhoneAddress.Kind.MEMORY, "alice");
    private static final PhoneAddress OTHER = new PhoneAddress(PhoneAddress.Kind.MEMORY, "other");

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
            assertThat(diary.next(Diary.Entry.Unusable.class, SOON))
                    .isEqualTo(new Diary.Entry.Unusable(OTHER, TransportFault.NO_PERMISSION));
            diary.next(Diary.Entry.Plugged.class, SOON);
            memory.unplug();
            diary.next(Diary.Entry.Unplugged.class, SOON);
            memory.plug();

            diary.next(Diary.Entry.Plugged.class, SOON);
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

    @Test
    void whateverIsPluggedInButDoesNotSpeakIsUnusable() throws Exception {
        try (MemoryPhonePort dumb = new MemoryPhonePort();
                PhoneMonitor deaf = new PhoneMonitor(() -> List.of(ALICE), _ -> dumb.connect())) {
            deaf.start(diary);

            assertThat(diary.next(Diary.Entry.Unusable.class, SOON).why()).isEqualTo(TransportFault.NO_ANSWER);
        }
    }

    /** Five seconds of silence, on a clock that runs ten times as fast. */
    @Test
    void phoneThatFallsSilentIsLost() throws Exception {
        try (PhoneMonitor hasty = new PhoneMonitor(
                () -> List.of(ALICE), this::connect, new Random(1), () -> System.nanoTime() / 100_000)) {
            hasty.start(diary);
            diary.next(Diary.Entry.Plugged.class, SOON);
            phone.fallSilent();

            assertThat(diary.next(Diary.Entry.Unplugged.class, SOON).why()).isEqualTo(TransportFault.NO_ANSWER);
        }
    }
}
