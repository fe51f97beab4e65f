package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.PaymentRequest;

/**
 * An order whose merchant signature was checked.
 *
 * @param signedOrder the merchant's COSE_Sign1
 * @param orderHash SHA-256 of {@code signedOrder}, 32 bytes
 */
public record VerifiedOrder(Order order, byte[] signedOrder, byte[] orderHash) {
    public VerifiedOrder {
        signedOrder = signedOrder.clone();
        orderHash = orderHash.clone();
    }

    @Override
    public byte[] signedOrder() {
        return signedOrder.clone();
    }

    @Override
    public byte[] orderHash() {
        return orderHash.clone();
    }

    /** The payment that this order asks for. */
    public PaymentRequest paymentRequest() {
        return PaymentRequest.of(order, orderHash);
    }
}
