package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.ReceiptContents;

/** Checks that a receipt is signed by the bank that it names. */
@FunctionalInterface
public interface ReceiptCheck {

    /**
     * @param signedReceipt a COSE_Sign1 of a bank
     * @return what the bank has signed
     * @throws ReceiptRefusedException if it is not a receipt, or not of a bank that the directory lists
     */
    ReceiptContents verify(byte[] signedReceipt) throws ReceiptRefusedException;
}
