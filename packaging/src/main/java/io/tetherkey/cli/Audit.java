package io.tetherkey.cli;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.trust.OrderVerifier;
import io.tetherkey.protocol.trust.TrustException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** Compares the bank's books from before the payment with those after it. */
final class Audit {
    /** The demo's one customer, whose phone it is whatever name is typed. */
    private static final String CUSTOMER = "alice";

    private static final String LINK = "tetherkey://pay?order=";

    private final BankBooks books;
    private final DemoOptions options;
    private final OrderVerifier orders;
    private List<BankBooks.Balance> before = List.of();
    private String payeeAccount = "";

    /** @param merchantRoot root of the merchants' certificates, DER */
    Audit(BankBooks books, DemoOptions options, byte[] merchantRoot) {
        this.books = books;
        this.options = options;
        this.orders = new OrderVerifier(merchantRoot);
    }

    void before() throws CommandFailure, InterruptedException {
        before = books.balances();
    }

    /** Learns from the signed order whom it pays. */
    void order(ShopClient.PlacedOrder placed) throws CommandFailure {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(placed.link().substring(LINK.length()));
            Order order = orders.verify(signed, Instant.now()).order();
            payeeAccount = order.payeeAccount();
            if (!order.amount().equals(options.amount()) || !order.orderId().equals(placed.orderId())) {
                throw new CommandFailure(Fault.ORDER_MISMATCH, "The shop has signed another order than was placed.");
            }
        } catch (TrustException e) {
            throw new CommandFailure(e.fault(), "The shop's order is not signed as it must be.", e);
        }
    }

    /** Throws unless exactly the amount has left the buyer's account and reached the payee's. */
    void requireMoved() throws CommandFailure, InterruptedException {
        List<BankBooks.Balance> after = books.balances();
        long debited = -change(after, this::isBuyers);
        long credited = change(after, this::isPayee);
        if (debited != options.amount().minorUnits()
                || credited != options.amount().minorUnits()) {
            throw new CommandFailure(
                    Fault.ORDER_MISMATCH,
                    "The balances moved by " + shown(debited) + " and " + shown(credited) + " instead of "
                            + options.amount() + ".");
        }
    }

    /** Throws unless nothing has left the buyer's account and no try was spent. */
    void requireUntouched() throws CommandFailure, InterruptedException {
        List<BankBooks.Balance> after = books.balances();
        if (change(after, this::isBuyers) != 0 || triesLeft(after) != triesLeft(before)) {
            throw new CommandFailure(Fault.ORDER_MISMATCH, "The login has cost something. " + whatHappened());
        }
    }

    /** The complaint of the app, with what it has cost. */
    CommandFailure failure(String complaint) throws CommandFailure, InterruptedException {
        return CommandFailure.ofSentence(complaint + System.lineSeparator() + whatHappened());
    }

    /** What a failed payment has cost, by the bank's own books. */
    String whatHappened() throws CommandFailure, InterruptedException {
        List<BankBooks.Balance> after = books.balances();
        long debited = -change(after, this::isBuyers);
        return "Debited: " + shown(debited) + ". Tries of the payment key left: " + triesLeft(after) + " of 10.";
    }

    private int triesLeft(List<BankBooks.Balance> books) {
        return books.stream()
                .filter(this::isBuyers)
                .mapToInt(BankBooks.Balance::attemptsLeft)
                .max()
                .orElse(0);
    }

    private boolean isBuyers(BankBooks.Balance balance) {
        return balance.bank().equals(options.bank()) && CUSTOMER.equals(balance.user());
    }

    private long change(List<BankBooks.Balance> after, Predicate<BankBooks.Balance> which) {
        return sum(after, which) - sum(before, which);
    }

    private static long sum(List<BankBooks.Balance> balances, Predicate<BankBooks.Balance> which) {
        return balances.stream()
                .filter(which)
                .mapToLong(BankBooks.Balance::minorUnits)
                .sum();
    }

    private boolean isBuyer(BankBooks.Balance balance) {
        return balance.user().equals(options.user()) && balance.bank().equals(options.bank()) && !isPayee(balance);
    }

    private boolean isPayee(BankBooks.Balance balance) {
        return balance.account().equals(payeeAccount);
    }

    private String shown(long minorUnits) {
        String sign = minorUnits < 0 ? "-" : "";
        return sign + new Money(Math.abs(minorUnits), options.amount().currency());
    }
}
