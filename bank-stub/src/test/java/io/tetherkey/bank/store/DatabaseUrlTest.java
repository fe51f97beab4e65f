package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void sqliteFileIsTaken() {
        var url = DatabaseUrl.parse("jdbc:sqlite:/tmp/books of a bank.db").orElseThrow();
        assertThat(url.file()).contains(Path.of("/tmp/books of a bank.db"));
        assertThat(url.address()).isEqualTo("jdbc:sqlite:/tmp/books of a bank.db");
    }

    @Test
    void userAndPasswordAreTakenOutOfTheAddress() {
        var url = DatabaseUrl.parse(
                        "jdbc:postgresql://127.0.0.1:5433/bank?user=mei&password=s%26cret%3D1&currentSchema=b")
                .orElseThrow();
        assertThat(url.address()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/bank?currentSchema=b");
        assertThat(url.user()).isEqualTo("mei");
        assertThat(url.password()).isEqualTo("s&cret=1");
        assertThat(url.file()).isEmpty();
        assertThat(url).hasToString("DatabaseUrl[postgresql]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/bank",
                "jdbc:postgresql://[::1]:5432/bank",
                "jdbc:postgresql://127.0.0.1/bank?user=mei"
            })
    void loopbackIsTaken(String text) {
        assertThat(DatabaseUrl.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bank.db",
                "sqlite:bank.db",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:bank.db",
                "jdbc:sqlite:file:bank.db?mode=memory",
                "jdbc:sqlite:bank.db?journal_mode=OFF",
                "jdbc:mysql://127.0.0.1/bank",
                "jdbc:postgresql:bank",
                "jdbc:postgresql://127.0.0.1",
                "jdbc:postgresql://127.0.0.1/",
                "jdbc:postgresql://db.example/bank",
                "jdbc:postgresql://127.0.0.1,db.example/bank",
                "jdbc:postgresql://127.0.0.1.db.example/bank",
                "jdbc:postgresql://mei:secret@127.0.0.1/bank",
                "jdbc:postgresql://127.0.0.1/bank?user",
                "jdbc:postgresql://127.0.0.1/bank?user=%zz",
                "jdbc:postgresql://127.0.0.1/bank?currentSchema=a,b",
                "jdbc:postgresql://127.0.0.1/bank?socketFactory=evil.Factory",
                "jdbc:postgresql://127.0.0.1/bank?&user=mei"
            })
    void anythingElseIsRefused(String text) {
        assertThat(DatabaseUrl.parse(text)).isEmpty();
    }

    @Test
    void serverThatIsNotThereIsToldWithoutCredentials() {
        var url = DatabaseUrl.parse("jdbc:postgresql://127.0.0.1:1/bank?user=mei&password=secret")
                .orElseThrow();
        assertThatThrownBy(() -> Database.open(url))
                .hasMessage("The database cannot be opened (SQLSTATE 08001)")
                .hasNoCause();
    }
}
