package io.tetherkey.bank.server;

import org.junit.jupiter.api.Tag;

/** Whole enrolments with the books in PostgreSQL. */
@Tag("postgres")
class PostgresEnrolmentIT extends EnrolmentIT {}
