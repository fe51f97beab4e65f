package io.tetherkey.bank.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the bank keeps its books: an SQLite file, or a PostgreSQL on this computer. The bank speaks to PostgreSQL without
 * TLS, hence loopback only. User and password are taken out of the address, so that no message of a driver can show them.
 */
public final class DatabaseUrl {

    /** What {@link #parse} takes, for people. */
    public static final String FORMS =
            "jdbc:sqlite:FILE or jdbc:postgresql://127.0.0.1[:PORT]/NAME[?user=…&password=…]";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final Pattern POSTGRESQL = Pattern.compile(
            "(jdbc:postgresql://(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::[0-9]{1,5})?/[A-Za-z0-9_-]{1,63})(?:\\?(.*))?");
    private static final Pattern SCHEMA = Pattern.compile("[a-z0-9_]{1,63}");

    private final String address;
    private final Optional<Path> file;
    private final String user;
    private final String password;

    private DatabaseUrl(String address, Optional<Path> file, String user, String password) {
        this.address = address;
        this.file = file;
        this.user = user;
        this.password = password;
    }

    /** An SQLite file, made when it is opened. */
    public static DatabaseUrl ofFile(Path file) {
        return new DatabaseUrl(SQLITE + file, Optional.of(file), "", "");
    }

    /** Reads a JDBC URL of one of the {@link #FORMS}; empty for anything else. */
    public static Optional<DatabaseUrl> parse(String text) {
        if (text.startsWith(SQLITE)) {
            return parseFile(text.substring(SQLITE.length()));
        }
        var parts = POSTGRESQL.matcher(text);
        return parts.matches()
                ? parsePostgres(
                        parts.group(1), Optional.ofNullable(parts.group(2)).orElse(""))
                : Optional.empty();
    }

    /** Memory, URI names and parameters are left out: each connection of the pool would see a database of its own. */
    private static Optional<DatabaseUrl> parseFile(String name) {
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ofFile(Path.of(name).toAbsolutePath()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<DatabaseUrl> parsePostgres(String base, String query) {
        var user = "";
        var password = "";
        List<String> kept = new ArrayList<>();
        for (var parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            var value = decoded(parameter.substring(equals + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            switch (parameter.substring(0, equals)) {
                case "user" -> user = value.get();
                case "password" -> password = value.get();
                case "currentSchema" -> {
                    if (!SCHEMA.matcher(value.get()).matches()) {
                        return Optional.empty();
                    }
                    kept.add("currentSchema=" + value.get());
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        var address = kept.isEmpty() ? base : base + "?" + String.join("&", kept);
        return Optional.of(new DatabaseUrl(address, Optional.empty(), user, password));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The JDBC URL without user and password. */
    String address() {
        return address;
    }

    /** The SQLite file; empty for PostgreSQL. */
    Optional<Path> file() {
        return file;
    }

    /** The user, empty if the URL names none. */
    String user() {
        return user;
    }

    /** The password, empty if the URL has none; this is the only way to it. */
    String password() {
        return password;
    }

    @Override
    public String toString() {
        return file.isPresent() ? "DatabaseUrl[sqlite]" : "DatabaseUrl[postgresql]";
    }
}
