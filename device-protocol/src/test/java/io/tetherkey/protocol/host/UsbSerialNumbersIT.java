package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tetherkey.protocol.phone.virtual.usbip.UsbFace;
import io.tetherkey.protocol.transport.usb.UsbSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A phone whose serial port gets another number from the kernel when it is plugged in again. */
@Tag("usb")
@Timeout(120)
class UsbSerialNumbersIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static PhoneAddress serial(Path port) {
        return new PhoneAddress(PhoneAddress.Kind.SERIAL, port.toString());
    }

    @Test
    void phoneIsFoundAndFollowedToItsNewNumber() throws Exception {
        try (UsbSocket other = new UsbSocket(UsbFace.TETHERKEY, "VPHONE0001").ready();
                SerialDiscovery ports = SerialDiscovery.start(() -> {})) {
            PhoneAddress taken = serial(other.serialPort());
            try (UsbSocket phone = new UsbSocket(UsbFace.TETHERKEY, "VPHONE0002").ready()) {
                PhoneAddress given = serial(phone.serialPort());
                FollowedLine line = new FollowedLine(given);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(ports.addresses()).containsExactlyInAnyOrder(taken, given));
                assertThat(line.address(ports.portsOnUsb())).isEqualTo(given);

                other.unplug();
                phone.unplug();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(ports.addresses()).isEmpty());
                phone.plug();
                assertThat(serial(phone.serialPort())).isEqualTo(taken);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(ports.addresses()).containsExactly(taken));
                await().atMost(SOON)
                        .untilAsserted(() ->
                                assertThat(line.address(ports.portsOnUsb())).isEqualTo(taken));
            }
        }
    }
}
