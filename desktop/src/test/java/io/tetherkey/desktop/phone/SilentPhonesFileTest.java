package io.tetherkey.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilentPhonesFileTest {

    private static final String PHONE = "04e8/VPHONE0001";

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("desktop").resolve("silent-phones");
    }

    private SilentPhonesFile open() {
        return new SilentPhonesFile(file());
    }

    @Test
    void phoneIsRememberedAndForgottenOverRestarts() {
        open().add(PHONE);
        assertThat(open().contains(PHONE)).isTrue();
        assertThat(open().contains("04e8/VPHONE0002")).isFalse();

        open().remove(PHONE);
        assertThat(open().contains(PHONE)).isFalse();
    }

    @Test
    void fileNamesNoPhoneAndIsMadeOnlyWhenItIsNeeded() throws Exception {
        assertThat(open().contains(PHONE)).isFalse();
        assertThat(file()).doesNotExist();
        open().add(PHONE);
        assertThat(Files.readString(file())).doesNotContain("VPHONE", "04e8").matches("[0-9a-f]{32}\n[0-9a-f]{64}\n");
    }

    @Test
    void oldestIsForgottenWhenThereAreTooMany() {
        SilentPhonesFile phones = open();
        for (int i = 0; i <= 64; i++) {
            phones.add("phone " + i);
        }
        assertThat(open().contains("phone 0")).isFalse();
        assertThat(open().contains("phone 1")).isTrue();
        assertThat(open().contains("phone 64")).isTrue();
    }

    @Test
    void damagedFileOrPlaceCostsOnlyTheMemory() throws Exception {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28, '\n'});
        SilentPhonesFile phones = open();
        phones.add(PHONE);
        assertThat(open().contains(PHONE)).isTrue();

        SilentPhonesFile nowhere =
                new SilentPhonesFile(Files.createFile(folder.resolve("f")).resolve("silent"));
        nowhere.add(PHONE);
        assertThat(nowhere.contains(PHONE)).isTrue();
    }
}
