package io.tetherkey.bank.store;

import io.tetherkey.protocol.message.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Accounts and a double-entry ledger in minor units: each transfer has two lines that sum to nothing, so the sum of all
 * balances never changes. No account but the opening one goes below nothing.
 */
public final class Ledger {

    private final Handle handle;

    Ledger(Handle handle) {
        this.handle = handle;
    }

    /** What an account is for. */
    public enum AccountKind {
        CUSTOMER("customer"),
        MERCHANT("merchant"),
        /** Takes payments to payees who have no account here. */
        CLEARING("clearing"),
        /** The counterpart of what accounts hold when they are opened. */
        OPENING("opening");

        private final String code;

        AccountKind(String code) {
            this.code = code;
        }
    }

    /**
     * An account.
     *
     * @param customerId whose it is, empty for none
     */
    public record Account(
            String accountId, String bankId, String ownerName, String customerId, String currency, long balanceMinor) {}

    /** Opens an account with nothing on it; an account that is there already stays as it is. */
    public void open(
            String accountId, String bankId, String ownerName, String customerId, AccountKind kind, String currency) {
        handle.createUpdate("""
                        INSERT INTO account (account_id, bank_id, owner_name, customer_id, kind, currency, balance_minor)
                        VALUES (:accountId, :bankId, :ownerName, :customerId, :kind, :currency, 0)
                        ON CONFLICT (account_id) DO NOTHING
                        """)
                .bind("accountId", accountId)
                .bind("bankId", bankId)
                .bind("ownerName", ownerName)
                .bind("customerId", customerId)
                .bind("kind", kind.code)
                .bind("currency", currency)
                .execute();
    }

    /**
     * Books one transfer.
     *
     * @param transferId unique; a second transfer of the same id fails with a database exception
     * @return false, with nothing booked, if the account does not hold as much of this currency
     */
    public boolean transfer(String transferId, String from, String to, Money amount, Instant now) {
        boolean debited = handle.createUpdate("""
                        UPDATE account SET balance_minor = balance_minor - :amount
                        WHERE account_id = :account AND currency = :currency
                          AND (kind = 'opening' OR balance_minor >= :amount)
                        """)
                        .bind("amount", amount.minorUnits())
                        .bind("account", from)
                        .bind("currency", amount.currency())
                        .execute()
                == 1;
        if (!debited) {
            return false;
        }
        int credited = handle.createUpdate("""
                        UPDATE account SET balance_minor = balance_minor + :amount
                        WHERE account_id = :account AND currency = :currency
                        """)
                .bind("amount", amount.minorUnits())
                .bind("account", to)
                .bind("currency", amount.currency())
                .execute();
        if (credited != 1) {
            throw new IllegalStateException("The credited account is not there");
        }
        book(transferId, 1, from, -amount.minorUnits(), now);
        book(transferId, 2, to, amount.minorUnits(), now);
        return true;
    }

    private void book(String transferId, int line, String account, long amount, Instant now) {
        handle.createUpdate("""
                        INSERT INTO ledger_entry (transfer_id, line, account_id, amount_minor, booked_at)
                        VALUES (:transferId, :line, :account, :amount, :now)
                        """)
                .bind("transferId", transferId)
                .bind("line", line)
                .bind("account", account)
                .bind("amount", amount)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The customer's account in a currency. */
    public Optional<Account> accountOf(String customerId, String currency) {
        return accounts().stream()
                .filter(account -> account.customerId().equals(customerId))
                .filter(account -> account.currency().equals(currency))
                .findFirst();
    }

    public Optional<Account> find(String accountId) {
        return accounts().stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst();
    }

    /** All accounts, by id. */
    public List<Account> accounts() {
        return handle.createQuery("SELECT * FROM account ORDER BY account_id")
                .map((row, context) -> new Account(
                        row.getString("account_id"),
                        row.getString("bank_id"),
                        row.getString("owner_name"),
                        row.getString("customer_id"),
                        row.getString("currency"),
                        row.getLong("balance_minor")))
                .list();
    }

    /**
     * One line of an account.
     *
     * @param transferId the order's id where it is a payment
     * @param amountMinor above nothing for what came in
     */
    public record Booking(String transferId, Instant bookedAt, long amountMinor) {}

    /** The last bookings of an account, the newest first. */
    public List<Booking> recent(String accountId, int most) {
        return handle.createQuery("""
                        SELECT transfer_id, booked_at, amount_minor FROM ledger_entry WHERE account_id = :account
                        ORDER BY booked_at DESC, transfer_id LIMIT :most
                        """)
                .bind("account", accountId)
                .bind("most", most)
                .map((row, context) -> new Booking(
                        row.getString("transfer_id"),
                        Instant.ofEpochMilli(row.getLong("booked_at")),
                        row.getLong("amount_minor")))
                .list();
    }

    /** How many transfers have this id: 0 or 1. */
    public int transfers(String transferId) {
        return handle.createQuery("SELECT COUNT(*) / 2 FROM ledger_entry WHERE transfer_id = :id")
                .bind("id", transferId)
                .mapTo(Integer.class)
                .one();
    }
}
