package io.tetherkey.bank.server;

import org.junit.jupiter.api.Tag;

/** The attacks on logins with the phone with the books in PostgreSQL. */
@Tag("postgres")
class PostgresSecureStartIT extends SecureStartIT {}
