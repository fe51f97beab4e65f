package io.tetherkey.bank.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The bank's database: pool, migrations, transactions. Any thread may call it. What a failed statement was bound to is in
 * no exception, for exceptions are logged.
 *
 * <p>On SQLite a transaction takes the write lock at its start (BEGIN IMMEDIATE), so that it never fails half-way for
 * want of it; others wait up to {@value #WAIT_MILLIS} ms. On PostgreSQL a transaction is READ COMMITTED and locks rows by
 * its conditional updates; one that the server gives up for the sake of others (SQLSTATE 40001, 40P01) is done anew up to
 * {@value #MOST_TRIES} times in all. Committed means on disk on both.
 */
public final class Database implements AutoCloseable {

    private static final int WAIT_MILLIS = 20_000;
    private static final int CONNECTIONS = 8;
    private static final int MOST_TRIES = 8;
    private static final Set<String> GIVEN_UP = Set.of("40001", "40P01");

    private static final String NEWEST = "latest";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool)
                .configure(StatementExceptions.class, each -> each.setMessageRendering(MessageRendering.NONE));
    }

    /**
     * Opens the database, an SQLite file is made if missing, and brings its tables up to date.
     *
     * @throws IOException if it cannot be reached or is not the bank's
     */
    public static Database open(DatabaseUrl url) throws IOException {
        return open(url, NEWEST);
    }

    /** The same up to a version of the tables, for tests of what later versions make of them. */
    static Database open(DatabaseUrl url, String version) throws IOException {
        var properties = url.file().isPresent() ? sqlite() : postgres(url);
        if (url.file().isPresent()) {
            makePrivate(url.file().get());
        }
        reach(url, properties);
        var config = new HikariConfig();
        config.setJdbcUrl(url.address());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2L * WAIT_MILLIS);
        if (url.file().isEmpty()) {
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        }
        var database = new Database(new HikariDataSource(config));
        try {
            database.migrate(version);
        } catch (FlywayException e) {
            database.close();
            throw new IOException("The tables of the database cannot be brought up to date", e);
        }
        return database;
    }

    /** One try before the pool, which would log the driver's own words with the user's name. */
    private static void reach(DatabaseUrl url, Properties properties) throws IOException {
        try (var connection = DriverManager.getConnection(url.address(), properties)) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new IOException("The database cannot be opened (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    private void migrate(String version) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .table("bank_schema_history")
                .target(version)
                .load()
                .migrate();
    }

    /** A new SQLite file is its owner's alone; SQLite gives its journal the same mode. */
    private static void makePrivate(Path file) throws IOException {
        if (!Files.exists(file)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static Properties sqlite() {
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(JournalMode.WAL);
        sqlite.setSynchronous(SynchronousMode.FULL);
        sqlite.setTransactionMode(TransactionMode.IMMEDIATE);
        sqlite.setBusyTimeout(WAIT_MILLIS);
        sqlite.enforceForeignKeys(true);
        sqlite.setPragma(Pragma.SECURE_DELETE, "true");
        return sqlite.toProperties();
    }

    private static Properties postgres(DatabaseUrl url) {
        var postgres = new Properties();
        postgres.setProperty("ApplicationName", "tetherkey-bank");
        postgres.setProperty("connectTimeout", "5");
        postgres.setProperty("options", "-c lock_timeout=" + WAIT_MILLIS);
        postgres.setProperty("logServerErrorDetail", "false");
        if (!url.user().isEmpty()) {
            postgres.setProperty("user", url.user());
        }
        if (!url.password().isEmpty()) {
            postgres.setProperty("password", url.password());
        }
        return postgres;
    }

    /** The pool, for the shop's own tables. */
    public DataSource dataSource() {
        return pool;
    }

    /** The same database, for the shop's own store. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Does the work in one transaction: all of it, or with an exception nothing of it.
     *
     * @param work may be done several times, of which one counts; it changes nothing but the stores
     */
    public <R> R inTransaction(Function<Stores, R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(handle -> work.apply(new Stores(handle)));
            } catch (JdbiException e) {
                if (attempt == MOST_TRIES || !isGivenUp(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isGivenUp(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GIVEN_UP.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The same without a result. */
    public void useTransaction(Consumer<Stores> work) {
        inTransaction(stores -> {
            work.accept(stores);
            return true;
        });
    }

    /** Reads outside a transaction. */
    public <R> R read(Function<Stores, R> work) {
        return jdbi.withHandle(handle -> work.apply(new Stores(handle)));
    }

    @Override
    public void close() {
        pool.close();
    }
}
