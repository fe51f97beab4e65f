package io.tetherkey.bank.store;

/** The contract on SQLite. */
class LetterBooksTest extends LetterBooksContract {}
