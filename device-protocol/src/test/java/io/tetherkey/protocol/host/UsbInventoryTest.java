package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsbInventoryTest {
    @TempDir
    private Path root = Path.of("");

    private void device(String path, String vendor, String product, String deviceClass) throws IOException {
        Path entry = Files.createDirectory(root.resolve(path));
        Files.writeString(entry.resolve("idVendor"), vendor + "\n");
        Files.writeString(entry.resolve("idProduct"), product + "\n");
        Files.writeString(entry.resolve("bDeviceClass"), deviceClass + "\n");
    }

    @Test
    void devicesAreListedWithoutHubsInterfacesAndBuses() throws IOException {
        device("usb1", "1d6b", "0002", "09");
        device("1-1", "05e3", "0608", "09");
        device("1-1.2", "04e8", "6860", "00");
        Files.writeString(root.resolve("1-1.2/product"), "Galaxy\n");
        Files.writeString(root.resolve("1-1.2/serial"), "R5\n");
        Files.createDirectory(root.resolve("1-1.2:1.0"));

        assertThat(new UsbInventory(root).devices())
                .containsExactly(new UsbListing("1-1.2", 0x04E8, 0x6860, "", "Galaxy", Optional.of("R5")));
        assertThat(new UsbInventory(root).devices().getFirst().identity()).isEqualTo("04e8:6860/R5");
    }

    @Test
    void entryThatVanishesOrIsDamagedIsLeftOut() throws IOException {
        device("1-1", "zzzz", "6860", "00");
        Files.createDirectory(root.resolve("1-2"));

        assertThat(new UsbInventory(root).devices()).isEmpty();
        assertThat(new UsbInventory(root.resolve("missing")).devices()).isEmpty();
    }

    @Test
    void longNameIsCut() throws IOException {
        device("1-1", "04e8", "6860", "00");
        Files.writeString(root.resolve("1-1/product"), "x".repeat(5_000));

        assertThat(new UsbInventory(root).devices().getFirst().name()).hasSize(64);
    }
}
