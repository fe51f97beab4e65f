package io.tetherkey.protocol.phone.flash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.phone.TestBank;
import io.tetherkey.protocol.phone.flash.FlashReport.Copies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlashInspectionTest {
    private final CuttableMedium medium = new CuttableMedium();

    @Test
    void neverWrittenFlashIsEmpty() throws Exception {
        FlashReport report = FlashInspection.of(medium);

        assertThat(report.entries()).isEmpty();
        assertThat(report.size()).isZero();
        assertThat(report.free()).isEqualTo(512 * 1024);
        assertThat(report.needsMending()).isFalse();
    }

    @Test
    void recordsAreListedByTypeAndSizeAndNoValueIsTold() throws Exception {
        new TestBank().provision(medium);
        byte[] key = FlashStore.open(medium).key("slot-1").orElseThrow().encode();

        FlashReport report = FlashInspection.of(medium);

        assertThat(report.entries())
                .extracting(FlashReport.Entry::type)
                .contains(RecordType.SLOT, RecordType.KEY, RecordType.COMPUTER);
        assertThat(report.entries())
                .filteredOn(entry -> entry.type() == RecordType.KEY)
                .extracting(FlashReport.Entry::name, FlashReport.Entry::size, FlashReport.Entry::copies)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("slot-1", key.length, Copies.BOTH));
        assertThat(report.live()).isLessThan(report.size());
        assertThat(report.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_096);
    }

    @Test
    void generationsGrowAndRemovedRecordsAreGone() throws Exception {
        FlashLog log = FlashLog.open(medium);
        FlashKey slot = new FlashKey(RecordType.SLOT, "a");
        FlashKey result = new FlashKey(RecordType.RESULT, "x".repeat(40));
        log.write(List.of(new FlashChange.Put(slot, new byte[3]), new FlashChange.Put(result, new byte[5])));
        log.write(List.of(new FlashChange.Put(slot, new byte[4])));
        assertThat(FlashInspection.of(medium).entries())
                .containsExactly(
                        new FlashReport.Entry(RecordType.SLOT, "a", 3, 4, Copies.BOTH),
                        new FlashReport.Entry(RecordType.RESULT, "x".repeat(20) + "…", 2, 5, Copies.BOTH));

        log.write(List.of(new FlashChange.Remove(result)));

        assertThat(FlashInspection.of(medium).entries()).hasSize(1);
        assertThat(FlashInspection.of(medium).frames())
                .extracting(FlashReport.Frame::generation)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void damagedCopyIsSeenAndMendedByTheNextStart() throws Exception {
        new TestBank().provision(medium);
        List<FlashReport.Entry> before = FlashInspection.of(medium).entries();

        FlashInspection.damageOneCopy(medium);
        FlashReport damaged = FlashInspection.of(medium);
        FlashInspection.damageOneCopy(medium);

        assertThat(damaged.needsMending()).isTrue();
        assertThat(damaged.frames().getLast().copies()).isEqualTo(Copies.ONE);
        FlashStore.open(medium);
        FlashReport mended = FlashInspection.of(medium);
        assertThat(mended.needsMending()).isFalse();
        assertThat(mended.entries()).hasSameSizeAs(before);
    }

    @Test
    void startingAsNewLeavesThePinnedRootAlone() throws Exception {
        new TestBank().provision(medium);
        FlashStore flash = FlashStore.open(medium);
        DirectoryPin pin = new DirectoryPin(new byte[] {1, 2, 3}, 4);
        flash.update().put(pin).commit();

        flash.startAsNew();

        FlashStore fresh = FlashStore.open(medium);
        assertThat(fresh.slots()).isEmpty();
        assertThat(fresh.computers()).isEmpty();
        assertThat(fresh.key("slot-1")).isEmpty();
        assertThat(fresh.directoryPin().orElseThrow().lastVersion()).isEqualTo(4);
        assertThat(FlashInspection.of(medium).entries())
                .extracting(FlashReport.Entry::type)
                .containsExactly(RecordType.DIRECTORY_PIN);
        assertThat(FlashInspection.of(medium).frames()).hasSize(1);
    }
}
