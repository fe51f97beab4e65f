package io.tetherkey.bank.server;

import org.junit.jupiter.api.Tag;

/** Whole renewals with the books in PostgreSQL. */
@Tag("postgres")
class PostgresRenewalIT extends RenewalIT {}
