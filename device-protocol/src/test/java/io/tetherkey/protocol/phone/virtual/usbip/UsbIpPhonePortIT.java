package io.tetherkey.protocol.phone.virtual.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.transport.Transport;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The USB/IP server without a kernel: a socket says what a kernel's driver says. */
@Timeout(60)
class UsbIpPhonePortIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<UsbFace> attachable = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private UsbIpPhonePort port;

    @BeforeEach
    void listen() throws Exception {
        port = UsbIpPhonePort.listen(0, UsbFace.TETHERKEY, "VPHONE0001", attachable::add);
    }

    @AfterEach
    void close() {
        port.close();
    }

    private UsbIpComputer attached() throws IOException {
        UsbIpComputer computer = new UsbIpComputer(port.port());
        assertThat(computer.attach("1-1")).isZero();
        return computer;
    }

    @Test
    void deviceIsListedUntilItIsAttachedOrUnplugged() throws Exception {
        assertThat(listed()).isEqualTo(1);
        try (UsbIpComputer computer = attached()) {
            assertThat(listed()).isZero();
            computer.send(UsbIpComputer.unlink(1, 99));
            UsbIpComputer.Answer answer = computer.answer(false);
            assertThat(List.of(answer.command(), answer.sequence(), answer.status()))
                    .containsExactly(4, 1, 0);
        }
        await().atMost(SOON).until(() -> listed() == 1);
        port.unplug();
        assertThat(listed()).isZero();
    }

    private int listed() throws IOException {
        try (UsbIpComputer computer = new UsbIpComputer(port.port())) {
            computer.send(UsbIpComputer.LIST);
            assertThat(computer.in().readLong()).isEqualTo(0x0111_0005_0000_0000L);
            int count = computer.in().readInt();
            computer.in().skipNBytes(count * (312L + 12));
            assertThat(computer.isEnded()).isTrue();
            return count;
        }
    }

    @Test
    void onlyOneComputerAttachesAndOnlyThisDevice() throws Exception {
        try (UsbIpComputer other = new UsbIpComputer(port.port())) {
            assertThat(other.attach("1-2")).isEqualTo(1);
        }
        try (UsbIpComputer computer = attached();
                UsbIpComputer second = new UsbIpComputer(port.port())) {
            assertThat(second.attach("1-1")).isEqualTo(1);
            assertThat(computer.in().available()).isZero();
        }
        port.unplug();
        try (UsbIpComputer computer = new UsbIpComputer(port.port())) {
            assertThat(computer.attach("1-1")).isEqualTo(1);
        }
    }

    @Test
    void bytesGoBothWaysOverTheLink() throws Exception {
        try (UsbIpComputer computer = attached()) {
            computer.send(UsbIpComputer.submit(1, 1, 2, 16_384, -1));
            Transport phone = port.accept(SOON).orElseThrow();
            phone.write(new byte[] {1, 2, 3});
            assertThat(computer.answer(true).data()).containsExactly(1, 2, 3);

            computer.send(UsbIpComputer.submit(2, 0, 2, 2, 0));
            computer.send(new byte[] {8, 9});
            UsbIpComputer.Answer answer = computer.answer(false);
            assertThat(List.of(answer.command(), answer.sequence(), answer.status()))
                    .containsExactly(3, 2, 0);
            byte[] buffer = new byte[8];
            assertThat(phone.read(buffer, SOON)).isEqualTo(2);
            assertThat(buffer).startsWith(8, 9);
        }
    }

    @Test
    void cableThatIsPulledWhileThePhoneChangesEndsTheChange() throws Exception {
        for (int pull = 0; pull < 20; pull++) {
            try (UsbIpComputer computer = attached()) {
                computer.send(UsbIpComputer.submit(1, 0, 0, 0, 0, 0x40, 53, 0, 0, 0, 0, 0, 0));
                assertThat(computer.answer(false).status()).isZero();
                port.unplug();
                port.plug();
                try (UsbIpComputer next = attached()) {
                    assertThat(computer.isEnded()).isTrue();
                    next.send(UsbIpComputer.unlink(1, 99));
                    assertThat(next.answer(false).sequence()).isEqualTo(1);
                }
            }
            await().atMost(SOON).until(() -> listed() == 1);
        }
        assertThat(attachable).hasSize(20).containsOnly(UsbFace.TETHERKEY);
    }

    @Test
    void switchToAnAccessoryEndsTheConnectionAndUnpluggingEndsTheAccessory() throws Exception {
        try (UsbIpComputer computer = attached()) {
            computer.send(UsbIpComputer.submit(1, 1, 0, 2, 0, 0xC0, 51, 0, 0, 0, 0, 2, 0));
            assertThat(computer.answer(true).data()).containsExactly(2, 0);
            computer.send(UsbIpComputer.submit(2, 0, 0, 2, 0, 0x40, 52, 0, 0, 1, 0, 2, 0));
            computer.send(new byte[] {'m', 0});
            assertThat(computer.answer(false).status()).isZero();
            computer.send(UsbIpComputer.submit(3, 0, 0, 0, 0, 0x40, 53, 0, 0, 0, 0, 0, 0));
            assertThat(computer.answer(false).status()).isZero();
            assertThat(computer.isEnded()).isTrue();
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(attachable).containsExactly(UsbFace.ACCESSORY));
        assertThat(port.accessoryStrings()).containsEntry(1, "m");
        assertThat(product()).isEqualTo(0x18D1_2D00);

        port.unplug();
        port.plug();
        assertThat(attachable).containsExactly(UsbFace.ACCESSORY, UsbFace.TETHERKEY);
        assertThat(product()).isEqualTo(0x04E8_6860);
    }

    private int product() throws IOException {
        try (UsbIpComputer computer = attached()) {
            computer.send(UsbIpComputer.submit(1, 1, 0, 18, 0, 0x80, 6, 0, 1, 0, 0, 18, 0));
            byte[] device = computer.answer(true).data();
            return (device[9] & 0xFF) << 24 | (device[8] & 0xFF) << 16 | (device[11] & 0xFF) << 8 | device[10] & 0xFF;
        } finally {
            await().atMost(SOON).until(() -> !port.isAttached());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 16385, 0",
        "1, 1, 2, -1, 0",
        "1, 0, 2, 2147483647, 0",
        "1, 1, 0, 4097, 0",
        "1, 1, 2, 64, 1",
        "1, 1, 2, 64, 8",
        "1, 2, 2, 64, 0",
        "1, -1, 2, 64, 0",
        "1, 1, 16, 64, 0",
        "1, 1, -1, 64, 0",
        "3, 1, 2, 64, 0",
        "0, 1, 2, 64, 0",
        "-1, 1, 2, 64, 0"
    })
    void commandPastALimitEndsTheConnection(int command, int direction, int endpoint, int length, int packets)
            throws Exception {
        try (UsbIpComputer computer = attached()) {
            byte[] bytes = UsbIpComputer.submit(7, direction, endpoint, length, packets);
            bytes[3] = (byte) command;
            computer.send(bytes);
            assertThat(computer.isEnded()).isTrue();
        }
        assertServesAgain();
    }

    @Test
    void noiseEndsTheConnectionAndNothingElse() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            try (UsbIpComputer computer = i % 2 == 0 ? attached() : new UsbIpComputer(port.port())) {
                computer.send(noise);
            } catch (SocketException closedAlready) {
                assertThat(closedAlready).isNotNull();
            }
            await().pollInterval(Duration.ofMillis(2)).atMost(SOON).until(() -> !port.isAttached());
        }
        assertServesAgain();
    }

    private void assertServesAgain() throws IOException {
        await().atMost(SOON).until(() -> !port.isAttached());
        assertThat(product()).isEqualTo(0x04E8_6860);
    }

    @Test
    void portListensOnLoopbackOnly() {
        assertThat(port.address().isLoopbackAddress()).isTrue();
    }
}
