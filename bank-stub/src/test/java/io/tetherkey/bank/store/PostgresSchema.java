package io.tetherkey.bank.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A schema of its own for each test, on the server that {@code -Dtetherkey.postgres=JDBC-URL} names. */
public final class PostgresSchema implements AutoCloseable {

    private final String name;

    private PostgresSchema(String name) {
        this.name = name;
    }

    /** Makes an empty schema. */
    public static PostgresSchema create() {
        var schema = new PostgresSchema("t" + UUID.randomUUID().toString().replace("-", ""));
        execute("CREATE SCHEMA " + schema.name);
        return schema;
    }

    /** The server's address with another user. */
    static DatabaseUrl withUser(String user, String password) {
        var server = server();
        return DatabaseUrl.parse(server.substring(0, server.indexOf('?')) + "?user=" + user + "&password=" + password)
                .orElseThrow();
    }

    private static String server() {
        return Optional.ofNullable(System.getProperty("tetherkey.postgres"))
                .orElseThrow(() -> new IllegalStateException("-Dtetherkey.postgres=JDBC-URL is missing"));
    }

    public DatabaseUrl url() {
        return DatabaseUrl.parse(server() + "&currentSchema=" + name).orElseThrow();
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(server());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test's schema", e);
        }
    }

    @Override
    public void close() {
        execute("DROP SCHEMA " + name + " CASCADE");
    }
}
