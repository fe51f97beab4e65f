package io.tetherkey.bank.server;

import org.junit.jupiter.api.Tag;

/** Logins with the phone with the books in PostgreSQL. */
@Tag("postgres")
class PostgresPhoneLoginIT extends PhoneLoginIT {}
