-- The orders of the demo shop, on SQLite and on PostgreSQL. Amounts and times are inside the order.
CREATE TABLE shop_order (
    order_id       VARCHAR(32) PRIMARY KEY,
    item_id        VARCHAR(16) NOT NULL,
    order_bytes    BYTEA       NOT NULL,
    signed_order   BYTEA       NOT NULL,
    status         VARCHAR(16) NOT NULL CHECK (status IN ('waiting', 'paid', 'declined', 'failed')),
    bank_id        VARCHAR(64) NOT NULL,
    receipt_number VARCHAR(64) NOT NULL,
    receipt        BYTEA       NOT NULL
);
