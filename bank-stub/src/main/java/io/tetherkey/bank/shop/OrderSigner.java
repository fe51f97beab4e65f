package io.tetherkey.bank.shop;

import io.tetherkey.protocol.message.Order;

/** The merchant's signature. */
@FunctionalInterface
public interface OrderSigner {

    /** The COSE_Sign1 over an order, with the merchant's chain in the protected header. */
    byte[] sign(Order order);
}
