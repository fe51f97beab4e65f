-- Enrolment. The table of certificates is made anew because SQLite cannot change the check of a column.

-- A certificate of a renewal waits as 'pending' beside the 'active' one that it names as its predecessor.
CREATE TABLE chip_certificate_anew (
    fingerprint            TEXT    NOT NULL PRIMARY KEY,
    bank_id                TEXT    NOT NULL,
    customer_id            TEXT    NOT NULL REFERENCES customer (customer_id),
    serial                 TEXT    NOT NULL,
    certificate            BYTEA   NOT NULL,
    response_key           BYTEA   NOT NULL,
    status                 TEXT    NOT NULL CHECK (status IN ('pending', 'active', 'superseded', 'revoked', 'void')),
    status_at              BIGINT  NOT NULL,
    attempts_left          INTEGER NOT NULL CHECK (attempts_left BETWEEN 0 AND 10),
    wrong_passwords        INTEGER NOT NULL DEFAULT 0,
    password_blocked_until BIGINT  NOT NULL DEFAULT 0,
    predecessor            TEXT    NOT NULL DEFAULT '',
    UNIQUE (bank_id, serial)
);
INSERT INTO chip_certificate_anew
    (fingerprint, bank_id, customer_id, serial, certificate, response_key, status, status_at, attempts_left,
     wrong_passwords, password_blocked_until)
SELECT fingerprint, bank_id, customer_id, serial, certificate, response_key, status, status_at, attempts_left,
       wrong_passwords, password_blocked_until
FROM chip_certificate;
DROP TABLE chip_certificate;
ALTER TABLE chip_certificate_anew RENAME TO chip_certificate;
CREATE INDEX chip_certificate_customer ON chip_certificate (customer_id);

-- The last letter of each customer; a new one takes the place of the one before. Its code was right for the pending
-- certificate of this fingerprint, which uses it up when it becomes active.
CREATE TABLE activation_code (
    customer_id TEXT    NOT NULL PRIMARY KEY REFERENCES customer (customer_id),
    fingerprint TEXT    NOT NULL DEFAULT '',
    code_hash   TEXT    NOT NULL,
    tries_left  INTEGER NOT NULL CHECK (tries_left BETWEEN 0 AND 5),
    issued_at   BIGINT  NOT NULL,
    expires_at  BIGINT  NOT NULL,
    used_at     BIGINT  NOT NULL DEFAULT 0
);

CREATE TABLE enrolment_session (
    session_id   TEXT    NOT NULL PRIMARY KEY,
    bank_id      TEXT    NOT NULL,
    purpose      TEXT    NOT NULL CHECK (purpose IN ('new', 'renewal')),
    customer_id  TEXT    NOT NULL,
    fingerprint  TEXT    NOT NULL,
    state        BYTEA   NOT NULL,
    refusal      TEXT    NOT NULL,
    refusal_left INTEGER NOT NULL,
    version      BIGINT  NOT NULL,
    expires_at   BIGINT  NOT NULL
);
CREATE INDEX enrolment_session_expiry ON enrolment_session (expires_at);

-- Who is logged in to the bank's pages; the cookie holds what token_hash is the SHA-256 of.
CREATE TABLE page_login (
    token_hash  TEXT   NOT NULL PRIMARY KEY,
    customer_id TEXT   NOT NULL REFERENCES customer (customer_id),
    form_token  TEXT   NOT NULL,
    expires_at  BIGINT NOT NULL
);

-- Wrong passwords on the bank's pages, in a row, by the SHA-256 of bank and user name, known or not.
CREATE TABLE page_password (
    name_hash     TEXT    NOT NULL PRIMARY KEY,
    wrong         INTEGER NOT NULL,
    blocked_until BIGINT  NOT NULL,
    last_at       BIGINT  NOT NULL
);
