package io.tetherkey.protocol.message;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.cbor.CborValue;
import java.time.Instant;
import java.util.Arrays;

/**
 * The payment as the bank asks for it: shown on the phone, signed by the chip, debited by the bank (PROTOCOL.md,
 * "PaymentRequest").
 *
 * @param orderHash SHA-256 of the merchant's signed order, 32 bytes
 */
public record PaymentRequest(
        String orderId, byte[] orderHash, String payee, String payeeAccount, Money amount, Instant expiresAt) {
    public PaymentRequest {
        orderHash = orderHash.clone();
        if (orderHash.length != Fields.HASH || !Order.isOrderId(orderId)) {
            throw new IllegalArgumentException("order id or hash has the wrong form");
        }
    }

    /** The request for a merchant's order whose signed form has the given hash. */
    public static PaymentRequest of(Order order, byte[] orderHash) {
        return new PaymentRequest(
                order.orderId(), orderHash, order.payee(), order.payeeAccount(), order.amount(), order.expiresAt());
    }

    @Override
    public byte[] orderHash() {
        return orderHash.clone();
    }

    /** The map that stands in LoginResult and in the evidence. */
    public CborValue toCbor() {
        return new CborMapWriter()
                .put(1, orderId)
                .put(2, orderHash)
                .put(3, payee)
                .put(4, payeeAccount)
                .put(5, amount.minorUnits())
                .put(6, amount.currency())
                .put(7, expiresAt.getEpochSecond())
                .toValue();
    }

    /** @throws CborException if the value is not a payment request */
    public static PaymentRequest fromCbor(CborValue value) throws CborException {
        var in = CborMapReader.of(value);
        try {
            var request = new PaymentRequest(
                    in.text(1, 32),
                    in.bytes(2, Fields.HASH, Fields.HASH),
                    in.text(3, Order.MOST_NAME),
                    in.text(4, Order.MOST_ACCOUNT),
                    new Money(in.integer(5, 0, Money.MOST), in.text(6, 3)),
                    Fields.instant(in, 7));
            in.end();
            return request;
        } catch (IllegalArgumentException e) {
            throw new CborException("payment request holds a field outside its limits");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentRequest that
                && orderId.equals(that.orderId)
                && Arrays.equals(orderHash, that.orderHash)
                && payee.equals(that.payee)
                && payeeAccount.equals(that.payeeAccount)
                && amount.equals(that.amount)
                && expiresAt.equals(that.expiresAt);
    }

    @Override
    public int hashCode() {
        return orderId.hashCode();
    }

    /** The order id alone: payee and amount stay out of logs. */
    @Override
    public String toString() {
        return "PaymentRequest[" + orderId + "]";
    }
}
