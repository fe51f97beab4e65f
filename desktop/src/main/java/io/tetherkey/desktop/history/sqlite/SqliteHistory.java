package io.tetherkey.desktop.history.sqlite;

import io.tetherkey.desktop.file.PrivateFolder;
import io.tetherkey.desktop.history.HistoryStore;
import io.tetherkey.desktop.history.StoredEntry;
import io.tetherkey.protocol.message.SlotResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file in a folder that only this user can enter. */
public final class SqliteHistory implements HistoryStore {

    private static final int WAIT_MILLIS = 5_000;

    private final Handle handle;

    private SqliteHistory(Handle handle) {
        this.handle = handle;
    }

    /**
     * Opens the file, makes it if missing and brings its tables up to date.
     *
     * @throws IOException if it cannot be used
     */
    public static SqliteHistory open(Path file) throws IOException {
        PrivateFolder.create(Objects.requireNonNull(file.getParent(), "the history lies in a folder"));
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(WAIT_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Flyway.configure(SqliteHistory.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:io/tetherkey/desktop/history/sqlite")
                    .table("history_schema")
                    .load()
                    .migrate();
            Handle handle = Jdbi.create(source)
                    .configure(StatementExceptions.class, each -> each.setMessageRendering(MessageRendering.NONE))
                    .open();
            return new SqliteHistory(handle);
        } catch (FlywayException | JdbiException e) {
            throw new IOException("the history cannot be opened", e);
        }
    }

    @Override
    public void keepOrder(String orderId, byte[] signedOrder) throws IOException {
        work(db -> db.createUpdate("INSERT INTO signed_order VALUES (:id, :content) ON CONFLICT DO NOTHING")
                .bind("id", orderId)
                .bind("content", signedOrder)
                .execute());
    }

    @Override
    public void keep(StoredEntry entry) throws IOException {
        work(db -> db.createUpdate("""
                        INSERT INTO entry (entry_key, bank_id, order_id, result, time, evidence, receipt)
                        VALUES (:key, :bank, :order, :result, :time, :evidence, :receipt)
                        ON CONFLICT (entry_key) DO UPDATE
                        SET bank_id = excluded.bank_id, evidence = excluded.evidence, receipt = excluded.receipt
                        WHERE length(entry.receipt) = 0 AND length(excluded.receipt) > 0""")
                .bind("key", entry.key())
                .bind("bank", entry.bankId())
                .bind("order", entry.orderId())
                .bind("result", entry.result().code())
                .bind("time", entry.time().getEpochSecond())
                .bind("evidence", entry.evidence())
                .bind("receipt", entry.receipt())
                .execute());
    }

    @Override
    public void forget(String key) throws IOException {
        work(db -> db.createUpdate("DELETE FROM entry WHERE entry_key = :key")
                .bind("key", key)
                .execute());
    }

    @Override
    public List<StoredEntry> all() throws IOException {
        return work(db -> db.createQuery("""
                        SELECT entry.*, coalesce(signed_order.content, x'') AS content
                        FROM entry LEFT JOIN signed_order ON signed_order.order_id = entry.order_id
                        ORDER BY time DESC, entry_key""").map((row, context) -> entry(row)).list());
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getString("bank_id"),
                row.getString("order_id"),
                SlotResult.fromCode(row.getInt("result")).orElse(SlotResult.NONE),
                Instant.ofEpochSecond(row.getLong("time")),
                row.getBytes("content"),
                row.getBytes("evidence"),
                row.getBytes("receipt"));
    }

    private <T> T work(Function<Handle, T> work) throws IOException {
        try {
            return work.apply(handle);
        } catch (JdbiException e) {
            throw new IOException("the history cannot be read or written", e);
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
