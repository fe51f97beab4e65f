package io.tetherkey.bank.store;

/** The contract on SQLite. */
class EarlierBooksTest extends EarlierBooksContract {}
