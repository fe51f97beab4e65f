package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.host.PhoneMonitorContractTest.Diary;
import io.tetherkey.protocol.message.LinkReply.Done;
import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.usb.SilentPhones;
import io.tetherkey.protocol.transport.usb.UsbSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an Android phone without TetherKey that somebody only wants to charge. */
@Tag("usb")
@Timeout(120)
class UsbLeftAlonePhoneIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String AS_ITS_OWNER_LEFT_IT = "6860";
    private static final String ACCESSORY = "2d00";

    private final Diary diary = new Diary();
    private final SilentPhones silent = SilentPhones.inMemory();

    /** This computer's look at its USB, written into the diary. */
    private record Watch(UsbDiscovery found, PhoneMonitor monitor) implements AutoCloseable {

        static Watch begin(SilentPhones silent, Diary diary) {
            AtomicReference<Runnable> look = new AtomicReference<>(() -> {});
            UsbDiscovery found = UsbDiscovery.start(
                    silent, () -> Objects.requireNonNull(look.get()).run());
            var monitor = new PhoneMonitor(found::addresses, new StandardTransports(HostReach.NEARBY, silent));
            look.set(monitor::look);
            monitor.start(diary);
            return new Watch(found, monitor);
        }

        @Override
        public void close() {
            monitor.close();
            found.close();
        }
    }

    private static String product(UsbSocket socket) throws Exception {
        return Files.readString(Path.of("/sys/bus/usb/devices", socket.path().text(), "idProduct"))
                .strip();
    }

    /** What is told in between, of a device that is away while it changes, is not looked at. */
    private void awaitUnusable(TransportFault why) throws InterruptedException {
        Diary.Entry entry = diary.next(Diary.Entry.class, SOON);
        while (!(entry instanceof Diary.Entry.Unusable unusable) || unusable.why() != why) {
            entry = diary.next(Diary.Entry.class, SOON);
        }
    }

    private PhoneClient awaitPlugged() throws InterruptedException {
        Diary.Entry entry = diary.next(Diary.Entry.class, SOON);
        while (!(entry instanceof Diary.Entry.Plugged)) {
            entry = diary.next(Diary.Entry.class, SOON);
        }
        return ((Diary.Entry.Plugged) entry).phone();
    }

    @Test
    void phoneWithoutOurAppIsSwitchedOnceAndThenOnlyIfSomebodyWishesIt() throws Exception {
        try (UsbSocket socket = new UsbSocket(UsbFace.ANDROID, "VPHONE0001").ready();
                Watch watch = Watch.begin(silent, diary)) {
            awaitUnusable(TransportFault.NO_ANSWER);
            assertThat(product(socket)).isEqualTo(ACCESSORY);

            socket.unplug();
            socket.plug();
            awaitUnusable(TransportFault.LEFT_ALONE);
            assertThat(product(socket)).isEqualTo(AS_ITS_OWNER_LEFT_IT);
            assertThat(watch.found().trouble(watch.found().found().getFirst()).map(TransportException::fault))
                    .contains(TransportFault.LEFT_ALONE);

            try (FakePhone phone = new FakePhone(socket, _ -> new Done())) {
                watch.monitor().tryAgain();
                awaitPlugged().wink();
                assertThat(product(socket)).isEqualTo(ACCESSORY);
                assertThat(phone.requests).hasSize(1);

                socket.unplug();
                socket.plug();
                awaitPlugged().wink();
                assertThat(phone.requests).hasSize(2);
            }
        }
    }

    @Test
    void phoneThatIsPulledWhileItChangesIsAskedAnew() throws Exception {
        try (UsbSocket socket = new UsbSocket(UsbFace.ANDROID, "VPHONE0002").ready();
                Watch _ = Watch.begin(silent, diary)) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !socket.port().accessoryStrings().isEmpty());
            socket.unplug();
            try (FakePhone phone = new FakePhone(socket, _ -> new Done())) {
                socket.plug();
                awaitPlugged().wink();
                assertThat(product(socket)).isEqualTo(ACCESSORY);
                assertThat(phone.requests).hasSize(1);
            }
        }
    }
}
