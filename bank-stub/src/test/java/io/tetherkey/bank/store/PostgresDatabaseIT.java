package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Ledger.AccountKind;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL, and what only a database with row locks can get wrong. */
@Tag("postgres")
class PostgresDatabaseIT extends DatabaseContract {

    @Test
    void transactionIsReadCommitted() {
        var isolation = database.jdbi()
                .inTransaction(handle -> handle.createQuery("SELECT current_setting('transaction_isolation')")
                        .mapTo(String.class)
                        .one());
        assertThat(isolation).isEqualTo("read committed");
    }

    @Test
    void transfersThatLockEachOtherAreDoneAnewAndNoneIsLost() throws Exception {
        database.useTransaction(stores -> {
            var ledger = stores.ledger();
            ledger.open("opening", "harbour", "", "", AccountKind.OPENING, "CNY");
            for (var id : new String[] {"a", "b", "c", "d"}) {
                ledger.open(id, "harbour", id, id, AccountKind.CUSTOMER, "CNY");
                ledger.transfer("opening-" + id, "opening", id, cny(1_000), NOW);
            }
        });
        var bothHoldOne = new CyclicBarrier(2);
        var begun = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var ab = pool.submit(() -> crossing("a", "b", "c", bothHoldOne, begun));
            var ba = pool.submit(() -> crossing("b", "a", "d", bothHoldOne, begun));
            ab.get();
            ba.get();
        }
        assertThat(begun).as("one of the two was given up and done anew").hasValue(3);
        for (var account : database.read(stores -> stores.ledger().accounts())) {
            var paid = switch (account.accountId()) {
                case "a", "b" -> 998;
                case "c", "d" -> 1_002;
                default -> -4_000;
            };
            assertThat(account.balanceMinor()).as(account.accountId()).isEqualTo(paid);
        }
    }

    /** Debits two accounts; the first time around it holds the first until the other transaction holds the second. */
    private void crossing(String first, String second, String to, CyclicBarrier bothHoldOne, AtomicInteger begun) {
        var fresh = new AtomicBoolean(true);
        database.useTransaction(stores -> {
            begun.incrementAndGet();
            stores.ledger().transfer(to + 1, first, to, cny(1), NOW);
            if (fresh.getAndSet(false)) {
                meet(bothHoldOne);
            }
            stores.ledger().transfer(to + 2, second, to, cny(1), NOW);
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other transaction did not come", e);
        }
    }

    @Test
    void wrongPasswordOfTheServerIsToldWithoutIt() {
        var url = PostgresSchema.withUser("nobody-such", "very-secret");
        assertThatThrownBy(() -> Database.open(url))
                .hasMessageStartingWith("The database cannot be opened (SQLSTATE 28")
                .hasMessageNotContainingAny("nobody-such", "very-secret")
                .hasNoCause();
    }

    @Test
    void customerOfTheContractIsInTheNamedSchema() {
        database.useTransaction(stores -> stores.customers().insert(new Customer("c1", "harbour", "alice", "hash")));
        var schema = books.url().address().replaceFirst(".*[?&]currentSchema=(\\w+).*", "$1");
        var found = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + schema + ".customer")
                        .mapTo(Integer.class)
                        .one());
        assertThat(found).isEqualTo(1);
    }
}
