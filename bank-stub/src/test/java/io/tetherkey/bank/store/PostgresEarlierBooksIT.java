package io.tetherkey.bank.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** The contract on PostgreSQL. */
@Tag("postgres")
class PostgresEarlierBooksIT extends EarlierBooksContract {

    private final PostgresSchema schema = PostgresSchema.create();

    @Override
    DatabaseUrl url() {
        return schema.url();
    }

    @AfterEach
    void drop() {
        schema.close();
    }
}
