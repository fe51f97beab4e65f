package io.tetherkey.bank.store;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * An empty database for each test. A class tagged {@code postgres} has a schema of that server, every other an SQLite
 * file; both go when the test's own clean-up is done.
 */
final class TestBooks implements BeforeEachCallback {

    private static final Namespace OPEN = Namespace.create(TestBooks.class);

    @SuppressWarnings("NullAway.Init")
    private DatabaseUrl url;

    /** JUnit closes what the store holds. */
    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        var open = context.getStore(OPEN);
        if (context.getTags().contains("postgres")) {
            var schema = PostgresSchema.create();
            open.put("schema", schema);
            url = schema.url();
        } else {
            var folder = TempFolder.create();
            open.put("folder", folder);
            url = DatabaseUrl.ofFile(folder.path().resolve("bank.db"));
        }
    }

    /** The same address all through a test. */
    DatabaseUrl url() {
        return url;
    }
}
