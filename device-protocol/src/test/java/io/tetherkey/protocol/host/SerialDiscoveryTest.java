package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.serial.SerialDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SerialDiscoveryTest {
    private final List<SerialDevice> plugged = new ArrayList<>();

    private static SerialDevice port(String path, String manufacturer, String product, String serial, String location) {
        return new SerialDevice(
                path, 0x04E8, 0x6860, manufacturer, product, Optional.of(serial).filter(s -> !s.isEmpty()), location);
    }

    private static PhoneAddress at(String path) {
        return new PhoneAddress(PhoneAddress.Kind.SERIAL, path);
    }

    @Test
    void onlyUsbPortsNamedTetherKeyAreTried() {
        plugged.add(new SerialDevice("/dev/ttyS0", -1, -1, "TetherKey", "TetherKey", Optional.empty(), "0-0"));
        plugged.add(port("/dev/ttyACM0", "Arduino", "Uno", "1", "1-1"));
        plugged.add(port("/dev/ttyACM1", "TetherKey", "Virtual phone", "2", "1-2"));
        plugged.add(port("/dev/ttyACM2", "Maker", "Phone with tetherkey", "3", "1-3"));
        SerialDiscovery discovery = new SerialDiscovery(() -> List.copyOf(plugged));
        discovery.look();

        assertThat(discovery.addresses()).containsExactly(at("/dev/ttyACM1"), at("/dev/ttyACM2"));
        assertThat(discovery.portsOnUsb()).hasSize(3);
    }

    @Test
    void virtualThreadThatBeginsToLookDoesNotWaitInTheKernel() throws Exception {
        plugged.add(port("/dev/ttyACM0", "TetherKey", "Virtual phone", "2", "1-2"));
        CompletableFuture<Boolean> listedOnAVirtualThread = new CompletableFuture<>();
        CompletableFuture<List<PhoneAddress>> found = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (SerialDiscovery discovery = SerialDiscovery.start(
                    () -> {
                        listedOnAVirtualThread.complete(Thread.currentThread().isVirtual());
                        return List.copyOf(plugged);
                    },
                    () -> {})) {
                found.complete(discovery.addresses());
            }
        });

        assertThat(found.get(60, TimeUnit.SECONDS)).containsExactly(at("/dev/ttyACM0"));
        assertThat(listedOnAVirtualThread.get(60, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void phoneThatComesBackUnderAnotherPathIsFoundThere() {
        SerialDiscovery discovery = new SerialDiscovery(() -> List.copyOf(plugged));
        plugged.add(port("/dev/ttyACM0", "TetherKey", "Virtual phone", "2", "1-2"));
        discovery.look();
        plugged.set(0, port("/dev/ttyACM1", "TetherKey", "Virtual phone", "2", "1-2"));
        discovery.look();

        assertThat(discovery.addresses()).containsExactly(at("/dev/ttyACM1"));
    }

    @Test
    void onlyAChangeIsTold() {
        AtomicInteger told = new AtomicInteger();
        SerialDiscovery discovery = new SerialDiscovery(() -> List.copyOf(plugged), told::incrementAndGet);
        discovery.look();
        assertThat(told).hasValue(0);
        plugged.add(port("/dev/ttyACM0", "TetherKey", "Virtual phone", "2", "1-2"));
        discovery.look();
        discovery.look();
        assertThat(told).hasValue(1);
        plugged.clear();
        discovery.look();
        assertThat(told).hasValue(2);
    }

    @Test
    void missingLibraryIsAReasonAndEndsTheWatch() {
        SerialDiscovery discovery = new SerialDiscovery(() -> {
            throw new TransportException(TransportFault.NO_LIBRARY, "No folder.");
        });

        assertThat(discovery.look()).isFalse();
        assertThat(discovery.found()).isEmpty();
        assertThat(discovery.unavailable().map(TransportException::fault)).contains(TransportFault.NO_LIBRARY);
    }

    @Nested
    class LineNamedByHand {
        private final FollowedLine line = new FollowedLine(at("/dev/ttyACM0"));

        @Test
        void isFollowedByItsSerialNumber() {
            assertThat(line.address(List.of(port("/dev/ttyACM0", "M", "P", "42", "1-1"))))
                    .isEqualTo(at("/dev/ttyACM0"));
            assertThat(line.address(List.of())).isEqualTo(at("/dev/ttyACM0"));
            assertThat(line.address(List.of(
                            port("/dev/ttyACM0", "M", "P", "other", "1-1"),
                            port("/dev/ttyACM1", "M", "P", "42", "1-2"))))
                    .isEqualTo(at("/dev/ttyACM1"));
        }

        @Test
        void isFollowedByItsSocketWhereItHasNoNumber() {
            line.address(List.of(port("/dev/ttyACM0", "M", "P", "", "1-1")));
            assertThat(line.address(List.of(
                            port("/dev/ttyACM3", "M", "P", "", "1-2"), port("/dev/ttyACM1", "M", "P", "", "1-1"))))
                    .isEqualTo(at("/dev/ttyACM1"));
        }

        @Test
        void staysWhereItIsWhereNothingIsListed() {
            assertThat(line.address(List.of())).isEqualTo(at("/dev/ttyACM0"));
        }
    }
}
