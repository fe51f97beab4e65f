package io.tetherkey.bank.store;

/** The contract on SQLite. */
class EnrolmentBooksTest extends EnrolmentBooksContract {}
