package io.tetherkey.bank.shop;

/** A receipt that the shop does not act on. The message holds no facts of the order. */
public final class ReceiptRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ReceiptRefusedException(String reason) {
        super(reason);
    }

    public ReceiptRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
