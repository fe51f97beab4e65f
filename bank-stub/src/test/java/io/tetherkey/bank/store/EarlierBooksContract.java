package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of books that an earlier version filled, on every database that the bank runs on. */
abstract class EarlierBooksContract {

    @RegisterExtension
    final TestBooks books = new TestBooks();

    /** Fills the books of a version and tells what they hold: the rows of each table, bytes in hex. */
    private Map<String, List<Map<String, Object>>> booksOf(int version) throws IOException, SQLException {
        try (var before = Database.open(books.url(), String.valueOf(version))) {
            return before.jdbi().withHandle(handle -> {
                EarlierRows.insert(handle, version);
                var all = new TreeMap<String, List<Map<String, Object>>>();
                for (var table : tables(handle)) {
                    all.put(table, rows(handle, table));
                }
                return all;
            });
        }
    }

    private static List<String> tables(Handle handle) throws SQLException {
        var connection = handle.getConnection();
        var names = new ArrayList<String>();
        try (var tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        names.remove("bank_schema_history");
        return names;
    }

    private static List<Map<String, Object>> rows(Handle handle, String table) {
        return handle.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2").mapToMap().list().stream()
                .map(EarlierBooksContract::readable)
                .toList();
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        var out = new HashMap<>(row);
        out.replaceAll((column, value) ->
                value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyRowIsKept(int version) throws Exception {
        var before = booksOf(version);
        assertThat(before)
                .containsKeys("chip_certificate", "bank_session")
                .allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());

        try (var database = Database.open(books.url())) {
            database.jdbi()
                    .useHandle(handle -> assertThat(before).allSatisfy((table, rows) -> {
                        var now = rows(handle, table);
                        assertThat(now).hasSameSizeAs(rows);
                        for (int i = 0; i < rows.size(); i++) {
                            assertThat(now.get(i)).containsAllEntriesOf(rows.get(i));
                        }
                    }));
        }
    }

    @Test
    void certificateKeepsItsTriesAndItsKey() throws Exception {
        booksOf(2);
        try (var database = Database.open(books.url())) {
            var kept = database.read(stores -> stores.certificates().find("f0"));
            var key = database.read(stores -> stores.certificates().responseKey("f0"));

            assertThat(kept)
                    .contains(new CertificateStore.ChipCertificate(
                            "f0",
                            "harbour",
                            "c0",
                            "77",
                            CertificateStatus.ACTIVE,
                            Instant.ofEpochMilli(5),
                            4,
                            Instant.ofEpochMilli(6),
                            ""));
            assertThat(key.orElseThrow()).isEqualTo(EarlierRows.KEY);
        }
    }

    @Test
    void sessionGoesOnAsAPaymentsBesideOnesOfLogins() throws Exception {
        booksOf(3);
        try (var database = Database.open(books.url())) {
            var kept = database.read(
                    stores -> stores.sessions().find(EarlierRows.SESSION).orElseThrow());

            assertThat(kept.isLogin()).isFalse();
            assertThat(kept.orderId()).isEqualTo("o1");
            assertThat(kept.state()).isEqualTo(EarlierRows.STATE);
            assertThat((boolean)
                            database.inTransaction(stores -> stores.sessions().claim(kept)))
                    .isTrue();
            var until = Instant.ofEpochMilli(60_000);
            database.useTransaction(stores ->
                    stores.sessions().insertLogin("ef".repeat(16), "harbour", "web", EarlierRows.STATE, until));
            assertThatThrownBy(() -> database.useTransaction(stores ->
                            stores.sessions().insert("01".repeat(16), "harbour", "nosuch", EarlierRows.STATE, until)))
                    .as("an order that nobody registered")
                    .isInstanceOf(UnableToExecuteStatementException.class);
        }
    }
}
