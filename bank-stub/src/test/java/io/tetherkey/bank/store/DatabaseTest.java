package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class DatabaseTest extends DatabaseContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    DatabaseUrl url() {
        return DatabaseUrl.ofFile(folder.resolve("bank.db"));
    }

    @Test
    void newFileIsItsOwnersAlone() throws Exception {
        var mode = Files.getPosixFilePermissions(folder.resolve("bank.db"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }
}
