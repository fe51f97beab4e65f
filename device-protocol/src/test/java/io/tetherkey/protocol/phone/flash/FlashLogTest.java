package io.tetherkey.protocol.phone.flash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlashLogTest {
    private static final FlashKey FIRST = new FlashKey(RecordType.SLOT, "harbour");
    private static final FlashKey SECOND = new FlashKey(RecordType.RESULT, "1");

    private final CuttableMedium medium = new CuttableMedium();

    @Test
    void writtenEntriesAreThereAfterOpeningAgain() throws Exception {
        FlashLog log = FlashLog.open(medium);
        log.write(List.of(put(FIRST, "one"), put(SECOND, "two")));
        log.write(List.of(put(FIRST, "three"), new FlashChange.Remove(SECOND)));

        FlashLog again = FlashLog.open(medium);

        assertThat(text(again, FIRST)).isEqualTo("three");
        assertThat(again.get(SECOND)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CuttableMedium.Cut.class)
    void batchIsWholeOrAbsentWhereverThePowerIsCut(CuttableMedium.Cut where) throws Exception {
        for (int write = 1; write <= 6; write++) {
            CuttableMedium flash = new CuttableMedium();
            FlashLog log = FlashLog.open(flash);
            flash.cutAt(write, where);
            int told = writeUntilDark(log);
            flash.powerOn();

            FlashLog again = FlashLog.open(flash);

            int found = again.get(FIRST).isEmpty() ? 0 : Integer.parseInt(text(again, FIRST));
            assertThat(found).as("write %d %s", write, where).isBetween(told, told + 1);
            assertThat(again.get(SECOND).isPresent()).isEqualTo(found > 0);
            if (found > 0) {
                assertThat(text(again, SECOND)).isEqualTo("n" + found);
            }
            again.write(List.of(put(FIRST, "9")));
            assertThat(text(FlashLog.open(flash), FIRST)).isEqualTo("9");
        }
    }

    @Test
    void everyTornLengthOfTheLastWriteOpens() throws Exception {
        FlashLog log = FlashLog.open(medium);
        log.write(List.of(put(FIRST, "old")));
        byte[] before = medium.content();
        log.write(List.of(put(FIRST, "new")));
        int frame = (medium.content().length - before.length) / 2;

        byte[] whole = medium.content();

        for (int kept = 0; kept <= 2 * frame; kept++) {
            medium.setContent(Arrays.copyOf(whole, before.length + kept));
            assertThat(text(FlashLog.open(medium), FIRST)).as("%d bytes", kept).isEqualTo(kept < frame ? "old" : "new");
        }
    }

    @Test
    void everyDamagedByteIsMendedFromTheSecondCopy() throws Exception {
        FlashLog log = FlashLog.open(medium);
        log.write(List.of(put(FIRST, "one")));
        log.write(List.of(put(SECOND, "two")));
        byte[] good = medium.content();

        for (int i = 0; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= 0x20;
            medium.setContent(damaged);
            FlashLog again = FlashLog.open(medium);
            assertThat(text(again, FIRST)).as("byte %d", i).isEqualTo("one");
            assertThat(text(again, SECOND)).as("byte %d", i).isEqualTo("two");
        }
    }

    @Test
    void damageOfBothCopiesIsAClearErrorForEveryGeneration() throws Exception {
        FlashLog log = FlashLog.open(medium);
        int snapshot = medium.content().length;
        log.write(List.of(put(FIRST, "one")));
        int first = medium.content().length;
        log.write(List.of(put(SECOND, "two")));
        byte[] good = medium.content();
        int[] starts = {0, snapshot, first, good.length};

        for (int g = 0; g < 3; g++) {
            int half = (starts[g + 1] - starts[g]) / 2;
            byte[] damaged = good.clone();
            damaged[starts[g] + half - 1] ^= 1;
            damaged[starts[g] + 2 * half - 1] ^= 1;
            medium.setContent(damaged);
            assertThatThrownBy(() -> FlashLog.open(medium))
                    .isInstanceOf(FlashException.class)
                    .hasMessageContaining("the flash is damaged");
        }
    }

    @Test
    void foreignOrEmptyFileIsRefused() {
        for (String content : List.of("", "not a flash", "TKFLASH1")) {
            medium.setContent(content.getBytes(UTF_8));
            assertThatThrownBy(() -> FlashLog.open(medium)).isInstanceOf(FlashException.class);
            assertThat(medium.content()).isEqualTo(content.getBytes(UTF_8));
        }
    }

    @Test
    void failedLogRefusesEveryFurtherWrite() throws Exception {
        FlashLog log = FlashLog.open(medium);
        medium.cutAt(1, CuttableMedium.Cut.BEFORE);
        assertThatThrownBy(() -> log.write(List.of(put(FIRST, "1")))).isInstanceOf(FlashException.class);
        medium.powerOn();
        assertThatThrownBy(() -> log.write(List.of(put(FIRST, "1")))).hasMessageContaining("opened again");
    }

    @Test
    void removedSecretIsGoneFromTheMediumAfterCompaction() throws Exception {
        FlashLog log = FlashLog.open(medium);
        log.write(List.of(put(FIRST, "very-secret")));
        log.write(List.of(new FlashChange.Remove(FIRST)));
        assertThat(new String(medium.content(), UTF_8)).contains("very-secret");

        log.compact();

        assertThat(new String(medium.content(), UTF_8)).doesNotContain("very-secret");
    }

    @Test
    void secretThatWasRemovedBeforeThePowerWentIsGoneWhenTheLogIsOpened() throws Exception {
        FlashLog log = FlashLog.open(medium);
        log.write(List.of(put(FIRST, "very-secret"), put(SECOND, "kept")));
        log.write(List.of(new FlashChange.Remove(FIRST)));

        FlashLog again = FlashLog.open(medium);

        assertThat(new String(medium.content(), UTF_8))
                .doesNotContain("very-secret")
                .contains("kept");
        assertThat(text(again, SECOND)).isEqualTo("kept");
        int writes = medium.writes();
        FlashLog.open(medium);
        assertThat(medium.writes()).isEqualTo(writes);
    }

    @Test
    void longUseKeepsTheFileSmall() throws Exception {
        FlashLog log = FlashLog.open(medium);
        String page = "x".repeat(20_000);
        for (int i = 0; i < 100; i++) {
            log.write(List.of(put(FIRST, page + i)));
        }
        assertThat(medium.content().length).isLessThan(700_000);
        assertThat(text(FlashLog.open(medium), FIRST)).isEqualTo(page + 99);
    }

    @Test
    void fileMediumKeepsTheFilePrivateAndLeavesNoTemporary(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("phone/flash.bin");
        FlashLog.open(new FileFlashMedium(file)).write(List.of(put(FIRST, "one")));

        assertThat(text(FlashLog.open(new FileFlashMedium(file)), FIRST)).isEqualTo("one");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder.resolve("phone"))) {
            assertThat(files).containsExactly(file);
        }
    }

    /** Writes 1, 2, 3 … and answers the last number whose write returned. */
    private static int writeUntilDark(FlashLog log) {
        int told = 0;
        try {
            while (told < 10) {
                log.write(List.of(put(FIRST, Integer.toString(told + 1)), put(SECOND, "n" + (told + 1))));
                told++;
            }
        } catch (FlashException dark) {
            return told;
        }
        return told;
    }

    private static FlashChange put(FlashKey key, String text) {
        return new FlashChange.Put(key, text.getBytes(UTF_8));
    }

    private static String text(FlashLog log, FlashKey key) {
        return new String(log.get(key).orElseThrow(), UTF_8);
    }
}
