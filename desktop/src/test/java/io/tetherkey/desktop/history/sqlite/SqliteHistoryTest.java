package io.tetherkey.desktop.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.desktop.history.StoredEntry;
import io.tetherkey.protocol.message.SlotResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    private static final byte[] NONE = new byte[0];

    @TempDir
    Path folder;

    @Test
    void resultsComeBackNewestFirstWithTheirOrder() throws IOException {
        try (var store = open()) {
            store.keep(entry("a1", SlotResult.PAID, NOW, NONE));
            store.keep(entry("b2", SlotResult.DECLINED, NOW.plusSeconds(60), NONE));
            store.keepOrder("a1", new byte[] {7});
            store.keepOrder("a1", new byte[] {8});
        }
        try (var store = open()) {
            assertThat(store.all()).extracting(StoredEntry::orderId).containsExactly("b2", "a1");
            assertThat(store.all().getLast().unverifiedOrder()).containsExactly(7);
            assertThat(store.all().getFirst().unverifiedOrder()).isEmpty();
        }
    }

    @Test
    void endOfAnOrderIsKeptOnceAndGetsItsProofLater() throws IOException {
        try (var store = open()) {
            store.keep(entry("a1", SlotResult.PAID, NOW, NONE));
            store.keep(entry("a1", SlotResult.PAID, NOW.plusSeconds(3), new byte[] {5}));
            store.keep(entry("a1", SlotResult.PAID, NOW.plusSeconds(9), new byte[] {6}));
            assertThat(store.all()).singleElement().satisfies(one -> {
                assertThat(one.time()).isEqualTo(NOW);
                assertThat(one.receipt()).containsExactly(5);
            });
        }
    }

    @Test
    void openQuestionIsKeptOnceUntilItIsForgotten() throws IOException {
        try (var store = open()) {
            var question = entry("a1", SlotResult.NONE, NOW, NONE);
            store.keep(question);
            store.keep(entry("a1", SlotResult.NONE, NOW.plusSeconds(3), NONE));
            assertThat(store.all())
                    .singleElement()
                    .satisfies(one -> assertThat(one.time()).isEqualTo(NOW));
            store.forget(question.key());
            store.forget(question.key());
            assertThat(store.all()).isEmpty();
        }
    }

    @Test
    void everyFailedTryIsKept() throws IOException {
        try (var store = open()) {
            store.keep(entry("a1", SlotResult.FAILED, NOW, NONE));
            store.keep(entry("a1", SlotResult.FAILED, NOW.plusSeconds(3), NONE));
            store.keep(entry("a1", SlotResult.FAILED, NOW, NONE));
            assertThat(store.all()).hasSize(2);
        }
    }

    @Test
    void fileThatIsNoDatabaseIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("h"));
        Files.writeString(folder.resolve("h/history.db"), "no database, only a text that is long enough ".repeat(40));
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    }

    private SqliteHistory open() throws IOException {
        return SqliteHistory.open(folder.resolve("h").resolve("history.db"));
    }

    private static StoredEntry entry(String order, SlotResult result, Instant time, byte[] receipt) {
        return new StoredEntry("harbour", order, result, time, NONE, NONE, receipt);
    }
}
