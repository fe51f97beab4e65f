package io.tetherkey.bank.payment;

import io.tetherkey.bank.FaultException;
import io.tetherkey.bank.store.Database;
import io.tetherkey.bank.store.OrderStore.OrderStatus;
import io.tetherkey.bank.store.OrderStore.StoredOrder;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import io.tetherkey.protocol.trust.VerifiedOrder;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes in merchants' orders and tells how they stand. Any thread may call it. */
public final class OrderDesk {

    private final OrderVerifier verifier;
    private final Database database;
    private final Clock clock;

    public OrderDesk(OrderVerifier verifier, Database database, Clock clock) {
        this.verifier = verifier;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Checks an order and makes it known; an order that is known already stays as it is.
     *
     * @throws FaultException ORDER_UNTRUSTED, ORDER_EXPIRED, BANK_NOT_ACCEPTED, ORDER_CONFLICT if the id is known with
     *     another content, ORDER_CLOSED if it is settled
     */
    public VerifiedOrder register(String bankId, byte[] signedOrder, Instant now) throws FaultException {
        var verified = verify(signedOrder, now);
        var order = verified.order();
        if (!order.accepts(bankId)) {
            throw new FaultException(Fault.BANK_NOT_ACCEPTED);
        }
        var stored = database.inTransaction(stores -> {
            stores.orders().register(order.orderId(), verified.orderHash(), signedOrder, order.expiresAt());
            return stores.orders().find(order.orderId()).orElseThrow();
        });
        if (!MessageDigest.isEqual(stored.orderHash(), verified.orderHash())) {
            throw new FaultException(Fault.ORDER_CONFLICT);
        }
        var closed = PaymentDesk.closed(stored, now);
        if (closed.isPresent()) {
            throw new FaultException(closed.get());
        }
        return verified;
    }

    private VerifiedOrder verify(byte[] signedOrder, Instant now) throws FaultException {
        try {
            return verifier.verify(signedOrder, now);
        } catch (TrustException e) {
            throw new FaultException(e.fault(), e);
        }
    }

    /** How an order stands; one whose time is over is failed from the first look on. Empty for an unknown order. */
    public Optional<StoredOrder> status(String orderId) {
        if (!Order.isOrderId(orderId)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = database.read(stores -> stores.orders().find(orderId));
        if (found.isEmpty()
                || found.get().status() != OrderStatus.OPEN
                || now.isBefore(found.get().expiresAt())) {
            return found;
        }
        expire();
        return database.read(stores -> stores.orders().find(orderId));
    }

    /** Ends every open order whose time is over. */
    public int expire() {
        return database.inTransaction(stores -> stores.orders().expire(clock.instant(), Fault.ORDER_EXPIRED.code()));
    }
}
