package io.tetherkey.bank.payment;

import io.tetherkey.bank.store.Ledger;
import io.tetherkey.bank.store.OrderStore.OrderStatus;
import io.tetherkey.bank.store.OrderStore.Settlement;
import io.tetherkey.bank.store.OrderStore.StoredOrder;
import io.tetherkey.bank.store.SessionStore.StoredSession;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.message.ReceiptContents;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.session.AuthorizationProof;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Ends payments. Debit, status, receipt and the message to the shop are written in the caller's one transaction, keyed
 * by the order id: whatever is killed or doubled, an order is debited at most once.
 */
public final class PaymentDesk {

    private final RandomSource random;
    private final Runnable afterCommit;

    /** @param afterCommit wakes whoever delivers webhooks */
    public PaymentDesk(RandomSource random, Runnable afterCommit) {
        this.random = random;
        this.afterCommit = afterCommit;
    }

    /** How a payment ends, and the fault that says why it failed. */
    private record Ending(Verdict verdict, Optional<Fault> reason) {}

    /** Why an order cannot be paid any more; empty while it can. */
    public static Optional<Fault> closed(StoredOrder order, Instant now) {
        if (order.status() != OrderStatus.OPEN) {
            boolean expired = order.reason().equals(Fault.ORDER_EXPIRED.code());
            return Optional.of(expired ? Fault.ORDER_EXPIRED : Fault.ORDER_CLOSED);
        }
        return now.isBefore(order.expiresAt()) ? Optional.empty() : Optional.of(Fault.ORDER_EXPIRED);
    }

    /** What the customer is asked to approve: the merchant's order, field by field. */
    public static PaymentRequest request(StoredOrder stored) {
        return PaymentRequest.of(order(stored), stored.orderHash());
    }

    private static Order order(StoredOrder stored) {
        try {
            return Order.decode(CoseSign1.parse(stored.signedOrder()).payload());
        } catch (SealException | ProtocolException e) {
            throw new IllegalStateException("A stored order cannot be read", e);
        }
    }

    /**
     * Ends the payment of an authenticated authorization.
     *
     * @return the signed receipt: the new one, or the stored one if the order was settled before; empty if it ended
     *     without a receipt
     */
    public Optional<byte[]> settle(
            Stores stores, ReceiptIssuer bank, StoredSession session, AuthorizationProof proof, Instant now) {
        var open = stores.orders().claimOpen(session.orderId());
        if (open.isEmpty()) {
            return stores.orders()
                    .find(session.orderId())
                    .filter(order -> MessageDigest.isEqual(
                            order.orderHash(), proof.request().orderHash()))
                    .map(StoredOrder::receipt)
                    .filter(receipt -> receipt.length > 0);
        }
        var ending = end(stores, bank, session, proof, open.get(), now);
        var number = bank.number(random);
        var receipt = sign(bank, open.get(), proof, ending.verdict(), number, now);
        var settlement = new Settlement(
                status(ending.verdict()),
                ending.reason().map(Fault::code).orElse(""),
                bank.bankId(),
                number,
                receipt,
                proof.evidence(),
                session.fingerprint(),
                proof.counter());
        if (!stores.orders().settle(session.orderId(), settlement, now)) {
            throw new IllegalStateException("A claimed order has ended");
        }
        stores.webhooks().add(session.orderId(), receipt, now);
        return Optional.of(receipt);
    }

    /** To be called after the transaction of {@link #settle}. */
    public void committed() {
        afterCommit.run();
    }

    private static Ending end(
            Stores stores,
            ReceiptIssuer bank,
            StoredSession session,
            AuthorizationProof proof,
            StoredOrder order,
            Instant now) {
        if (stores.orders().counterSeenBefore(order.orderId(), session.fingerprint(), proof.counter())) {
            stores.attempts().voidCertificate(session.fingerprint(), now);
            return failed(Fault.CERTIFICATE_VOID);
        }
        if (proof.decision() == Decision.DECLINED) {
            return new Ending(Verdict.DECLINED, Optional.empty());
        }
        if (!now.isBefore(order.expiresAt())) {
            return failed(Fault.ORDER_EXPIRED);
        }
        return debit(stores, bank, session, proof.request(), now)
                ? new Ending(Verdict.PAID, Optional.empty())
                : failed(Fault.INSUFFICIENT_FUNDS);
    }

    private static Ending failed(Fault reason) {
        return new Ending(Verdict.FAILED, Optional.of(reason));
    }

    private static boolean debit(
            Stores stores, ReceiptIssuer bank, StoredSession session, PaymentRequest request, Instant now) {
        var customer =
                stores.certificates().find(session.fingerprint()).orElseThrow().customerId();
        var currency = request.amount().currency();
        var from = stores.ledger().accountOf(customer, currency);
        return from.isPresent()
                && stores.ledger()
                        .transfer(
                                request.orderId(),
                                from.get().accountId(),
                                payee(stores, bank, request),
                                request.amount(),
                                now);
    }

    private static String payee(Stores stores, ReceiptIssuer bank, PaymentRequest request) {
        var currency = request.amount().currency();
        var own = stores.ledger()
                .find(request.payeeAccount())
                .filter(account -> account.currency().equals(currency));
        if (own.isPresent()) {
            return own.get().accountId();
        }
        var clearing = "clearing-" + bank.bankId() + "-" + currency;
        stores.ledger().open(clearing, bank.bankId(), "", "", Ledger.AccountKind.CLEARING, currency);
        return clearing;
    }

    private static byte[] sign(
            ReceiptIssuer bank,
            StoredOrder order,
            AuthorizationProof proof,
            Verdict verdict,
            String number,
            Instant now) {
        return bank.sign(new ReceiptContents(
                bank.bankId(),
                order.orderId(),
                order.orderHash(),
                proof.evidenceHash(),
                verdict,
                number,
                now.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static OrderStatus status(Verdict verdict) {
        return switch (verdict) {
            case PAID -> OrderStatus.PAID;
            case DECLINED -> OrderStatus.DECLINED;
            case FAILED -> OrderStatus.FAILED;
        };
    }
}
