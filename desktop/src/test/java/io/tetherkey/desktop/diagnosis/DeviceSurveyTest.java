package io.tetherkey.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.host.FoundPhone;
import io.tetherkey.protocol.host.PhoneAddress;
import io.tetherkey.protocol.host.PhoneDiscovery;
import io.tetherkey.protocol.host.UsbInventory;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSurveyTest {
    private static final PhoneAddress LINE = new PhoneAddress(PhoneAddress.Kind.SERIAL, "/dev/ttyACM0");
    private static final PhoneAddress TCP = PhoneAddress.tcp("127.0.0.1", 7337);

    @TempDir
    private Path usb = Path.of("");

    private final Map<PhoneAddress, TransportFault> troubles = new HashMap<>();

    private List<SeenDevice> look(List<FoundPhone> found, PhoneAddress... given) throws Exception {
        PhoneDiscovery discovery = new PhoneDiscovery() {
            @Override
            public List<FoundPhone> found() {
                return found;
            }

            @Override
            public Optional<TransportException> trouble(FoundPhone phone) {
                return DeviceSurveyTest.this.trouble(phone.address());
            }

            @Override
            public void close() {}
        };
        return new DeviceSurvey(discovery, new UsbInventory(usb), this::trouble).look(List.of(given));
    }

    private Optional<TransportException> trouble(PhoneAddress address) {
        return Optional.ofNullable(troubles.get(address)).map(fault -> new TransportException(fault, "Because."));
    }

    private void plugged(String path, String vendor, String product, String name) throws IOException {
        Path entry = Files.createDirectory(usb.resolve(path));
        Files.writeString(entry.resolve("idVendor"), vendor);
        Files.writeString(entry.resolve("idProduct"), product);
        Files.writeString(entry.resolve("product"), name);
        Files.writeString(entry.resolve("serial"), "S1");
    }

    @Test
    void foundPhoneGetsNameAndIdentityOfItsUsbDevice() throws Exception {
        plugged("1-1", "04e8", "6860", "Virtual phone");
        SeenDevice seen = look(List.of(new FoundPhone(LINE, FoundPhone.Reach.SERIAL, 0x04E8, 0x6860)))
                .getFirst();

        assertThat(seen.name()).isEqualTo("Virtual phone");
        assertThat(seen.identity()).isEqualTo("04e8:6860/S1");
        assertThat(seen.fault()).isEmpty();
    }

    @Test
    void reasonBecomesACode() throws Exception {
        troubles.put(LINE, TransportFault.NO_PERMISSION);
        SeenDevice seen = look(List.of(new FoundPhone(LINE, FoundPhone.Reach.SERIAL, 0x04E8, 0x6860)))
                .getFirst();

        assertThat(seen.fault()).contains(Fault.PHONE_FORBIDDEN);
        assertThat(seen.cause()).contains("NO_PERMISSION: Because.");
        assertThat(seen.udevRule()).isPresent();
    }

    @Test
    void phoneInAnotherModeIsListedAndOtherDevicesAreNot() throws Exception {
        plugged("1-1", "18d1", "4ee1", "Pixel");
        plugged("1-2", "046d", "c31c", "Keyboard");

        assertThat(look(List.of())).singleElement().satisfies(seen -> {
            assertThat(seen.address()).isEqualTo("usb:1-1");
            assertThat(seen.fault()).contains(Fault.PHONE_IN_OTHER_MODE);
        });
    }

    @Test
    void givenAddressIsListedOnceAndOnlyIfSomethingIsThere() throws Exception {
        assertThat(look(List.of(), TCP)).extracting(SeenDevice::address).containsExactly("tcp://127.0.0.1:7337");
        assertThat(look(List.of(new FoundPhone(LINE, FoundPhone.Reach.SERIAL, 1, 2)), LINE))
                .hasSize(1);
        troubles.put(TCP, TransportFault.ABSENT);
        assertThat(look(List.of(), TCP)).isEmpty();
    }
}
