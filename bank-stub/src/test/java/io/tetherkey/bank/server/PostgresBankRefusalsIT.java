package io.tetherkey.bank.server;

import io.tetherkey.bank.store.PostgresSchema;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** What the bank refuses, with the books in PostgreSQL. */
@Tag("postgres")
class PostgresBankRefusalsIT extends BankRefusalsIT {

    private final PostgresSchema schema = PostgresSchema.create();

    @Override
    BankFixture fixture(Path profile) throws Exception {
        return new BankFixture(profile, schema.url());
    }

    @AfterEach
    @Override
    void stop() throws Exception {
        super.stop();
        schema.close();
    }
}
