package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final String SESSION = "ab".repeat(16);
    private static final byte[] STATE = {1, 2, 3};
    private static final byte[] KEY = {7, 7, 7};
    private static final byte[] NONE = {};

    /** A row as a version of the tables takes it, and every later one until its table is made anew. */
    private record Row(int since, String table, String columns, List<Object> values) {

        static Row of(int since, String table, String columns, Object... values) {
            return new Row(since, table, columns, List.of(values));
        }

        void insert(Handle handle) {
            var marks = String.join(", ", Collections.nCopies(values.size(), "?"));
            handle.execute("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", values.toArray());
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.of(1, "customer", "customer_id, bank_id, user_name, password_hash", "c0", "harbour", "old", "hash"),
            Row.of(
                    1,
                    "chip_certificate",
                    "fingerprint, bank_id, customer_id, serial, certificate, response_key, status, status_at,"
                            + " attempts_left, wrong_passwords, password_blocked_until",
                    "f0",
                    "harbour",
                    "c0",
                    "77",
                    new byte[] {1, 2},
                    KEY,
                    "active",
                    5,
                    4,
                    3,
                    6),
            Row.of(
                    1,
                    "account",
                    "account_id, bank_id, owner_name, customer_id, kind, currency, balance_minor",
                    "A-1",
                    "harbour",
                    "Old",
                    "c0",
                    "customer",
                    "CNY",
                    487_200),
            Row.of(1, "ledger_entry", "transfer_id, line, account_id, amount_minor, booked_at", "t1", 1, "A-1", -1, 8),
            Row.of(1, "ledger_entry", "transfer_id, line, account_id, amount_minor, booked_at", "t1", 2, "A-1", 1, 8),
            Row.of(
                    1,
                    "payment_order",
                    "order_id, order_hash, signed_order, expires_at, status, reason, bank_id, receipt_number, receipt,"
                            + " evidence, fingerprint, evidence_counter, settled_at",
                    "o1",
                    new byte[32],
                    new byte[] {4},
                    9,
                    "open",
                    "",
                    "",
                    "",
                    NONE,
                    NONE,
                    "",
                    0,
                    0),
            session(SESSION, STATE, ""),
            session("cd".repeat(16), NONE, "TK-401"),
            Row.of(
                    1,
                    "evidence_entry",
                    "bank_id, sequence, recorded_at, session_id, kind, contents, previous_hash, hash",
                    "harbour",
                    1,
                    9,
                    SESSION,
                    "sent",
                    STATE,
                    NONE,
                    new byte[32]),
            Row.of(1, "evidence_head", "bank_id, sequence, hash", "harbour", 1, new byte[32]),
            Row.of(1, "webhook", "order_id, receipt, attempts, due_at, done", "o1", new byte[] {5}, 2, 10, true),
            Row.of(2, "books_owner", "line, profile", 1, "mine"),
            Row.of(
                    3,
                    "activation_code",
                    "customer_id, fingerprint, code_hash, tries_left, issued_at, expires_at, used_at",
                    "c0",
                    "f0",
                    "hash",
                    4,
                    11,
                    12,
                    13),
            Row.of(
                    3,
                    "enrolment_session",
                    "session_id, bank_id, purpose, customer_id, fingerprint, state, refusal, refusal_left, version,"
                            + " expires_at",
                    SESSION,
                    "harbour",
                    "renewal",
                    "c0",
                    "f0",
                    STATE,
                    "",
                    -1,
                    3,
                    14),
            Row.of(3, "page_login", "token_hash, customer_id, form_token, expires_at", "th", "c0", "form", 15),
            Row.of(3, "page_password", "name_hash, wrong, blocked_until, last_at", "nh", 2, 16, 17));

    private static Row session(String id, byte[] state, String refusal) {
        return Row.of(
                1,
                "bank_session",
                "session_id, bank_id, order_id, fingerprint, state, refusal, version, expires_at",
                id,
                "harbour",
                "o1",
                "f0",
                state,
                refusal,
                7,
                60_000);
    }

    @RegisterExtension
    final TestBooks books = new TestBooks();

    /** Fills the books of a version and tells what they hold: the rows of each table, bytes in hex. */
    private Map<String, List<Map<String, Object>>> booksOf(int version) throws IOException, SQLException {
        try (var before = Database.open(books.url(), String.valueOf(version))) {
            return before.jdbi().withHandle(handle -> {
                ROWS.stream().filter(row -> row.since() <= version).forEach(row -> row.insert(handle));
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
        assertThat(before).allSatisfy((table, rows) -> assertThat(rows).isNotEmpty());

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
            assertThat(key.orElseThrow()).isEqualTo(KEY);
        }
    }

    @Test
    void sessionGoesOnAsAPaymentsBesideOnesOfLogins() throws Exception {
        booksOf(3);
        try (var database = Database.open(books.url())) {
            var kept = database.read(stores -> stores.sessions().find(SESSION).orElseThrow());

            assertThat(kept.isLogin()).isFalse();
            assertThat(kept.orderId()).isEqualTo("o1");
            assertThat(kept.state()).isEqualTo(STATE);
            assertThat((boolean)
                            database.inTransaction(stores -> stores.sessions().claim(kept)))
                    .isTrue();
            var until = Instant.ofEpochMilli(60_000);
            database.useTransaction(
                    stores -> stores.sessions().insertLogin("ef".repeat(16), "harbour", "web", STATE, until));
            assertThatThrownBy(() -> database.useTransaction(
                            stores -> stores.sessions().insert("01".repeat(16), "harbour", "nosuch", STATE, until)))
                    .as("an order that nobody registered")
                    .isInstanceOf(UnableToExecuteStatementException.class);
        }
    }
}
