-- Signed orders that this computer has seen, by order id (32 hex digits).
CREATE TABLE signed_order (
    order_id TEXT PRIMARY KEY,
    content BLOB NOT NULL
);

-- Results, from the phone's records and from own payments. result: the code of PROTOCOL.md; time: seconds since 1970.
CREATE TABLE entry (
    entry_key TEXT PRIMARY KEY,
    bank_id TEXT NOT NULL,
    order_id TEXT NOT NULL,
    result INTEGER NOT NULL,
    time INTEGER NOT NULL,
    evidence BLOB NOT NULL,
    receipt BLOB NOT NULL
);
CREATE INDEX entry_by_time ON entry (time DESC);
