package io.tetherkey.protocol.transport.usb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.phone.virtual.usbip.UsbIpPhonePort.Mishap;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real kernel makes of faults, of two phones, and of phones that come and go. */
@Tag("usb")
@Timeout(120)
class UsbKernelIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final UsbPhones phones = new UsbPhones();

    private static UsbSocket plugged(UsbFace face, String serialNumber) throws TransportException {
        return new UsbSocket(face, serialNumber).ready();
    }

    private static void assertCarries(Transport from, Transport to, int value) throws TransportException {
        from.write(new byte[] {(byte) value});
        byte[] buffer = new byte[8];
        assertThat(to.read(buffer, SOON)).isEqualTo(1);
        assertThat(buffer[0]).isEqualTo((byte) value);
    }

    private static UsbCause causeOf(TransportException thrown) {
        if (thrown.getCause() instanceof UsbException cause) {
            return cause.kind();
        }
        throw new AssertionError("no cause of libusb", thrown);
    }

    @ParameterizedTest
    @CsvSource({"STALL, STALLED", "OVERFLOW, OVERFLOW"})
    void mishapIsToldAndTheNextConnectionWorks(Mishap mishap, UsbCause cause) throws Exception {
        try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001")) {
            try (Transport host = phones.open(socket.path());
                    Transport phone = socket.accept(SOON).orElseThrow()) {
                assertCarries(phone, host, 1);
                socket.port().spoil(mishap);
                TransportException thrown =
                        catchThrowableOfType(TransportException.class, () -> host.read(new byte[8], SOON));
                assertThat(thrown.fault()).isEqualTo(TransportFault.FAILED);
                assertThat(causeOf(thrown)).isEqualTo(cause);
            }
            try (Transport host = phones.open(socket.path());
                    Transport phone = socket.accept(SOON).orElseThrow()) {
                assertCarries(phone, host, 2);
                assertCarries(host, phone, 3);
            }
        }
    }

    @Test
    void phoneInUseAndPhoneThatIsGoneAreToldWithTheirCause() throws Exception {
        UsbPath path;
        try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001")) {
            path = socket.path();
            try (Transport host = phones.open(path)) {
                assertThat(host).isNotNull();
                TransportException busy = catchThrowableOfType(TransportException.class, () -> phones.open(path));
                assertThat(busy.fault()).isEqualTo(TransportFault.IN_USE);
                assertThat(causeOf(busy)).isEqualTo(UsbCause.BUSY);
                assertThat(phones.trouble(path)).isEmpty();
            }
        }
        TransportException gone = catchThrowableOfType(TransportException.class, () -> phones.open(path));
        assertThat(gone.fault()).isEqualTo(TransportFault.ABSENT);
        assertThat(causeOf(gone)).isEqualTo(UsbCause.GONE);
    }

    @Test
    void twoPhonesAreToldApartByTheirSockets() throws Exception {
        try (UsbSocket first = plugged(UsbFace.TETHERKEY, "VPHONE0001");
                UsbSocket second = plugged(UsbFace.ANDROID, "VPHONE0002");
                UsbWatch watch = UsbWatch.start(phones, () -> {})) {
            UsbPath firstPath = first.path();
            UsbPath secondPath = second.path();
            assertThat(watch.seen()).extracting(UsbPhoneSeen::path).containsExactly(firstPath, secondPath);
            try (Transport one = phones.open(firstPath);
                    Transport two = phones.open(secondPath);
                    Transport phoneOne = first.accept(SOON).orElseThrow();
                    Transport phoneTwo = second.accept(SOON).orElseThrow()) {
                assertCarries(one, phoneOne, 1);
                assertCarries(two, phoneTwo, 2);
                assertCarries(phoneTwo, two, 3);
                assertThat(second.path()).isEqualTo(secondPath);
                first.unplug();
                assertThat(one.read(new byte[8], SOON)).isEqualTo(-1);
                assertCarries(two, phoneTwo, 4);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(watch.seen())
                                .extracting(UsbPhoneSeen::path, UsbPhoneSeen::road)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(secondPath, UsbRoad.ACCESSORY)));
            }
        }
    }

    @Test
    void switchSendsTheStringsAndPressesNoButtons() throws Exception {
        try (UsbSocket socket = plugged(UsbFace.ANDROID, "VPHONE0001");
                Transport host = phones.open(socket.path());
                Transport phone = socket.accept(SOON).orElseThrow()) {
            assertCarries(host, phone, 1);
            assertThat(socket.port().accessoryStrings())
                    .isEqualTo(Map.of(
                            0,
                            "TetherKey",
                            1,
                            "TetherKey computer",
                            2,
                            "Pay and log in with your phone",
                            3,
                            "1",
                            4,
                            "",
                            5,
                            "0"));
            assertThat(socket.port().inputRequests()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comingAndGoingIsSeenWithAndWithoutUdev(boolean udev) throws Exception {
        try (UsbWatch watch = UsbWatch.start(phones, udev, () -> {})) {
            assertThat(watch.seen()).isEmpty();
            try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001")) {
                UsbPhoneSeen seen = new UsbPhoneSeen(socket.path(), 0x04E8, 0x6860, UsbRoad.VENDOR_BULK);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(watch.seen()).containsExactly(seen));
                socket.unplug();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(watch.seen()).isEmpty());
            }
        }
    }

    @Test
    void writeOfAnyLengthArrivesAtOnce() throws Exception {
        try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001");
                Transport host = phones.open(socket.path());
                Transport phone = socket.accept(SOON).orElseThrow()) {
            for (int length : new int[] {1, 511, 512, 513, 1_024, 15_872, 16_383, 16_384, 16_385, 32_766, 65_536}) {
                CompletableFuture<Integer> arrived = CompletableFuture.supplyAsync(() -> readAtLeast(phone, length));
                host.write(new byte[length]);
                boolean filled = ((length - 1) % 16_383 + 1) % 512 == 0;
                assertThat(arrived.get(60, TimeUnit.SECONDS)).isEqualTo(filled ? length + 1 : length);

                CompletableFuture<Integer> back = CompletableFuture.supplyAsync(() -> readAtLeast(host, length));
                phone.write(new byte[length]);
                assertThat(back.get(60, TimeUnit.SECONDS)).isEqualTo(length);
            }
        }
    }

    private static int readAtLeast(Transport transport, int length) {
        byte[] buffer = new byte[16_384];
        int sum = 0;
        try {
            while (sum < length) {
                int count = transport.read(buffer, SOON);
                assertThat(count).isPositive();
                sum += count;
            }
        } catch (TransportException e) {
            throw new AssertionError(e);
        }
        return sum;
    }

    @Test
    void blockedWriteEndsWhenThePhoneIsUnplugged() throws Exception {
        try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001");
                Transport host = phones.open(socket.path());
                Transport phone = socket.accept(SOON).orElseThrow()) {
            assertThat(phone).isNotNull();
            CompletableFuture<TransportException> writing = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(TransportException.class, () -> host.write(new byte[1_000_000])));
            await().atMost(SOON).until(() -> socket.port().isBlocked());
            socket.unplug();
            assertThat(writing.get(60, TimeUnit.SECONDS).fault()).isEqualTo(TransportFault.UNPLUGGED);
        }
    }

    @Test
    void eventThreadRestsWhileNothingHappensAndAfterAnUnplug() throws Exception {
        try (UsbSocket socket = plugged(UsbFace.TETHERKEY, "VPHONE0001");
                UsbTransport host = (UsbTransport) phones.open(socket.path())) {
            assertRests(host);
            socket.unplug();
            assertThat(host.read(new byte[8], SOON)).isEqualTo(-1);
            assertRests(host);
        }
    }

    /** It wakes twice a second by itself. */
    private static void assertRests(UsbTransport host) {
        long before = host.eventTurns();
        await().pollDelay(IDLE).atMost(SOON).until(() -> true);
        assertThat(host.eventTurns() - before).isBetween(1L, 60L);
    }
}
