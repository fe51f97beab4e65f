package io.tetherkey.bank.store;

import io.tetherkey.protocol.message.Money;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open books, empty at the start of each test, on every database that the bank runs on. */
abstract class BooksContract {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @RegisterExtension
    final TestBooks books = new TestBooks();

    @SuppressWarnings("NullAway.Init")
    Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(books.url());
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Money cny(long minor) {
        return new Money(minor, "CNY");
    }
}
