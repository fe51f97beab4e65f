package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The contract on SQLite. */
class DatabaseTest extends DatabaseContract {

    @Test
    void newFileIsItsOwnersAlone() throws Exception {
        var mode = Files.getPosixFilePermissions(books.url().file().orElseThrow());
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }
}
