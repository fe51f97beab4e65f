package io.tetherkey.bank.server;

import org.junit.jupiter.api.Tag;

/** What the bank refuses, with the books in PostgreSQL. */
@Tag("postgres")
class PostgresBankRefusalsIT extends BankRefusalsIT {}
