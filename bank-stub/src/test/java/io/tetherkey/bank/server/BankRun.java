package io.tetherkey.bank.server;

import io.tetherkey.bank.store.DatabaseUrl;
import io.tetherkey.bank.store.PostgresSchema;
import io.tetherkey.bank.store.TempFolder;
import java.nio.file.Path;
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
        var folder = TempFolder.create();
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
}
