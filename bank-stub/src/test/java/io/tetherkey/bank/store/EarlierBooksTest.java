package io.tetherkey.bank.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class EarlierBooksTest extends EarlierBooksContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    DatabaseUrl url() {
        return DatabaseUrl.ofFile(folder.resolve("bank.db"));
    }
}
