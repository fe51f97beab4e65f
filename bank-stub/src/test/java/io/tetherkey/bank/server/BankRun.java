package io.tetherkey.bank.server;

import io.tetherkey.bank.store.DatabaseUrl;
import io.tetherkey.bank.store.PostgresSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A bank of its own for each test, over a fresh profile. A class tagged {@code postgres} has its books in a schema of that
 * server, every other in the profile's file. Bank, schema and profile go when the test's own clean-up is done.
 */
final class BankRun implements BeforeEachCallback {

    private static final Namespace OPEN = Namespace.create(BankRun.class);

    @SuppressWarnings("NullAway.Init")
    private BankFixture bank;

    @SuppressWarnings("NullAway.Init")
    private DatabaseUrl books;

    /** JUnit closes what the store holds, the last first. */
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        var open = context.getStore(OPEN);
        var folder = new Folder(Files.createTempDirectory("bank"));
        open.put("folder", folder);
        Path profile = folder.path().resolve("profile");
        if (context.getTags().contains("postgres")) {
            var schema = PostgresSchema.create();
            open.put("schema", schema);
            books = schema.url();
            bank = new BankFixture(profile, books);
        } else {
            bank = new BankFixture(profile);
            books = DatabaseUrl.ofFile(bank.profile.database());
        }
        open.put("bank", bank);
    }

    BankFixture bank() {
        return bank;
    }

    /** Where the books are. */
    DatabaseUrl books() {
        return books;
    }

    private record Folder(Path path) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            List<Path> deepestFirst;
            try (var all = Files.walk(path)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
