package io.tetherkey.bank.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole payments with the books in PostgreSQL. */
@Tag("postgres")
class PostgresBankIT extends BankIT {

    /** Every row of every table as text, bytes read as characters. */
    @Override
    byte[] kept() throws Exception {
        try (var database = Database.open(run.books())) {
            var rows = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT encode(state, 'escape') FROM bank_session")
                            .mapTo(String.class)
                            .list());
            var evidence = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT encode(contents, 'escape') FROM evidence_entry")
                            .mapTo(String.class)
                            .list());
            assertThat(rows).isNotEmpty();
            assertThat(evidence).isNotEmpty();
            return (String.join("\n", rows) + String.join("\n", evidence)).getBytes(ISO_8859_1);
        }
    }

    @Test
    void databaseInUseIsRefusedToAnotherProfile(@TempDir Path other) {
        assertThatThrownBy(() ->
                        DemoProfile.open(other.resolve("profile"), run.books(), Clock.systemUTC(), new SecureRandom()))
                .hasMessage("The database is in use already; a new profile needs an empty one");
    }

    @Test
    void profileWithoutItsDatabaseIsRefused(@TempDir Path other) throws Exception {
        DemoProfile.open(other.resolve("profile"), Clock.systemUTC(), new SecureRandom());
        var profile = DemoProfile.open(other.resolve("profile"), run.books(), Clock.systemUTC(), new SecureRandom());
        assertThatThrownBy(() -> BankApplication.start(profile, ServerPorts.ANY, Clock.systemUTC(), new SecureRandom()))
                .hasMessage("The database does not hold the books of this profile");
        Files.delete(profile.database());
        var inside = DemoProfile.open(other.resolve("profile"), Clock.systemUTC(), new SecureRandom());
        assertThatThrownBy(() -> BankApplication.start(inside, ServerPorts.ANY, Clock.systemUTC(), new SecureRandom()))
                .hasMessage("The books of this profile are in another database, which --db has to name");
    }
}
