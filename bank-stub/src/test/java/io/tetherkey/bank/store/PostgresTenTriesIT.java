package io.tetherkey.bank.store;

import org.junit.jupiter.api.Tag;

/** The contract on PostgreSQL. */
@Tag("postgres")
class PostgresTenTriesIT extends TenTriesContract {}
