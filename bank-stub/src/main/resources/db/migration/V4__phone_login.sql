-- Logins to the banks' pages with the phone.

-- One row for each time that a browser asked. The browser's cookie holds what browser_hash is the SHA-256 of; that hash
-- is the web session for which the bank offers.
CREATE TABLE phone_login (
    browser_hash TEXT    NOT NULL PRIMARY KEY,
    bank_id      TEXT    NOT NULL,
    ticket_hash  TEXT    NOT NULL UNIQUE,
    status       TEXT    NOT NULL CHECK (status IN ('waiting', 'opened', 'allowed', 'finished', 'ended')),
    reason       TEXT    NOT NULL DEFAULT '',
    session_id   TEXT    NOT NULL DEFAULT '',
    customer_id  TEXT    NOT NULL DEFAULT '',
    code_hash    TEXT    NOT NULL DEFAULT '',
    code_tries   INTEGER NOT NULL CHECK (code_tries >= 0),
    expires_at   BIGINT  NOT NULL
);
CREATE INDEX phone_login_session ON phone_login (session_id);
CREATE INDEX phone_login_expiry ON phone_login (expires_at);

-- A session is for an order or for a web session. The table is made anew because SQLite cannot change a column.
CREATE TABLE bank_session_anew (
    session_id  TEXT   NOT NULL PRIMARY KEY,
    bank_id     TEXT   NOT NULL,
    order_id    TEXT   REFERENCES payment_order (order_id),
    web_session TEXT   NOT NULL DEFAULT '',
    fingerprint TEXT   NOT NULL,
    state       BYTEA  NOT NULL,
    refusal     TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    CHECK ((order_id IS NULL AND web_session <> '') OR (order_id IS NOT NULL AND web_session = ''))
);
INSERT INTO bank_session_anew (session_id, bank_id, order_id, fingerprint, state, refusal, version, expires_at)
SELECT session_id, bank_id, order_id, fingerprint, state, refusal, version, expires_at FROM bank_session;
DROP TABLE bank_session;
ALTER TABLE bank_session_anew RENAME TO bank_session;
CREATE INDEX bank_session_expiry ON bank_session (expires_at);
