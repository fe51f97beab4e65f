package io.tetherkey.bank.store;

import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rows for each table of the earlier versions of the books, as those versions wrote them. */
final class EarlierRows {

    /** Of the session under way. */
    static final String SESSION = "ab".repeat(16);

    /** Of the session under way. */
    static final byte[] STATE = {1, 2, 3};

    /** The response key of the certificate. */
    static final byte[] KEY = {7, 7, 7};

    private static final byte[] NONE = {};

    private EarlierRows() {}

    /** Fills the tables of a version. */
    static void insert(Handle handle, int version) {
        ROWS.stream().filter(row -> row.since() <= version).forEach(row -> row.insert(handle));
    }

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
}
