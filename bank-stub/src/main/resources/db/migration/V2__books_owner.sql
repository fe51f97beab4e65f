-- The profile whose books these are; at most one line.
CREATE TABLE books_owner (
    line    INTEGER NOT NULL PRIMARY KEY CHECK (line = 1),
    profile TEXT    NOT NULL
);
