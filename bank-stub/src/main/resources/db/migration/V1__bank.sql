-- Runs on SQLite and on PostgreSQL. Times are milliseconds since 1970, amounts are minor units, hashes are lower-case hex.

CREATE TABLE customer (
    customer_id   TEXT   NOT NULL PRIMARY KEY,
    bank_id       TEXT   NOT NULL,
    user_name     TEXT   NOT NULL,
    password_hash TEXT   NOT NULL,
    UNIQUE (bank_id, user_name)
);

-- One row for each certificate ever issued to a chip. attempts_left is the truth about the ten tries.
CREATE TABLE chip_certificate (
    fingerprint            TEXT    NOT NULL PRIMARY KEY,
    bank_id                TEXT    NOT NULL,
    customer_id            TEXT    NOT NULL REFERENCES customer (customer_id),
    serial                 TEXT    NOT NULL,
    certificate            BYTEA   NOT NULL,
    response_key           BYTEA   NOT NULL,
    status                 TEXT    NOT NULL CHECK (status IN ('pending', 'active', 'revoked', 'void')),
    status_at              BIGINT  NOT NULL,
    attempts_left          INTEGER NOT NULL CHECK (attempts_left BETWEEN 0 AND 10),
    wrong_passwords        INTEGER NOT NULL DEFAULT 0,
    password_blocked_until BIGINT  NOT NULL DEFAULT 0,
    UNIQUE (bank_id, serial)
);

CREATE TABLE account (
    account_id    TEXT   NOT NULL PRIMARY KEY,
    bank_id       TEXT   NOT NULL,
    owner_name    TEXT   NOT NULL,
    customer_id   TEXT   NOT NULL,
    kind          TEXT   NOT NULL CHECK (kind IN ('customer', 'merchant', 'clearing', 'opening')),
    currency      TEXT   NOT NULL,
    balance_minor BIGINT NOT NULL,
    CHECK (balance_minor >= 0 OR kind = 'opening')
);

-- Two lines for each transfer, which sum to nothing.
CREATE TABLE ledger_entry (
    transfer_id  TEXT    NOT NULL,
    line         INTEGER NOT NULL CHECK (line IN (1, 2)),
    account_id   TEXT    NOT NULL REFERENCES account (account_id),
    amount_minor BIGINT  NOT NULL,
    booked_at    BIGINT  NOT NULL,
    PRIMARY KEY (transfer_id, line)
);

CREATE TABLE payment_order (
    order_id         TEXT   NOT NULL PRIMARY KEY,
    order_hash       BYTEA  NOT NULL,
    signed_order     BYTEA  NOT NULL,
    expires_at       BIGINT NOT NULL,
    status           TEXT   NOT NULL CHECK (status IN ('open', 'paid', 'declined', 'failed')),
    reason           TEXT   NOT NULL,
    bank_id          TEXT   NOT NULL,
    receipt_number   TEXT   NOT NULL,
    receipt          BYTEA  NOT NULL,
    evidence         BYTEA  NOT NULL,
    fingerprint      TEXT   NOT NULL,
    evidence_counter BIGINT NOT NULL,
    settled_at       BIGINT NOT NULL
);

CREATE TABLE bank_session (
    session_id  TEXT   NOT NULL PRIMARY KEY,
    bank_id     TEXT   NOT NULL,
    order_id    TEXT   NOT NULL REFERENCES payment_order (order_id),
    fingerprint TEXT   NOT NULL,
    state       BYTEA  NOT NULL,
    refusal     TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL
);
CREATE INDEX bank_session_expiry ON bank_session (expires_at);

CREATE TABLE evidence_entry (
    bank_id       TEXT   NOT NULL,
    sequence      BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL,
    session_id    TEXT   NOT NULL,
    kind          TEXT   NOT NULL,
    contents      BYTEA  NOT NULL,
    previous_hash BYTEA  NOT NULL,
    hash          BYTEA  NOT NULL,
    PRIMARY KEY (bank_id, sequence)
);

CREATE TABLE evidence_head (
    bank_id  TEXT   NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash     BYTEA  NOT NULL
);

CREATE TABLE webhook (
    order_id TEXT    NOT NULL PRIMARY KEY REFERENCES payment_order (order_id),
    receipt  BYTEA   NOT NULL,
    attempts INTEGER NOT NULL,
    due_at   BIGINT  NOT NULL,
    done     BOOLEAN NOT NULL
);
