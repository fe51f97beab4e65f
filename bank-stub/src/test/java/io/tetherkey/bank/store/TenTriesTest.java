package io.tetherkey.bank.store;

/** The contract on SQLite. */
class TenTriesTest extends TenTriesContract {}
