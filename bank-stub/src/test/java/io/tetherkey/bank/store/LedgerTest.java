package io.tetherkey.bank.store;

/** The contract on SQLite. */
class LedgerTest extends LedgerContract {}
