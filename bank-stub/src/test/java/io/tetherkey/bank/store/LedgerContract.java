package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.store.Ledger.AccountKind;
import io.tetherkey.bank.store.OrderStore.OrderStatus;
import io.tetherkey.protocol.message.Money;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double-entry ledger and the single debit of an order. */
abstract class LedgerContract extends BooksContract {

    @BeforeEach
    void accounts() {
        database.useTransaction(stores -> {
            var ledger = stores.ledger();
            ledger.open("opening", "harbour", "", "", AccountKind.OPENING, "CNY");
            for (var id : new String[] {"a", "b", "c"}) {
                ledger.open(id, "harbour", id, id, AccountKind.CUSTOMER, "CNY");
                ledger.transfer("opening-" + id, "opening", id, cny(1_000), NOW);
            }
        });
    }

    private long sum() {
        return database.read(stores -> stores.ledger().accounts().stream()
                .mapToLong(Ledger.Account::balanceMinor)
                .sum());
    }

    private long balance(String account) {
        return database.read(
                stores -> stores.ledger().find(account).orElseThrow().balanceMinor());
    }

    @Test
    void sumStaysNothingOverRandomTransfers() {
        var random = new Random(20_260_501);
        var ids = new String[] {"a", "b", "c"};
        for (int i = 0; i < 200; i++) {
            var id = "t" + i;
            var from = ids[random.nextInt(3)];
            var to = ids[random.nextInt(3)];
            var amount = cny(random.nextInt(700));
            database.useTransaction(stores -> stores.ledger().transfer(id, from, to, amount, NOW));
            assertThat(balance(from)).isNotNegative();
        }
        assertThat(sum()).isZero();
    }

    @Test
    void oneMinorUnitTooMuchIsNotDebited() {
        assertThat((boolean) database.inTransaction(stores -> stores.ledger().transfer("t", "a", "b", cny(1_001), NOW)))
                .isFalse();
        assertThat(balance("a")).isEqualTo(1_000);
        assertThat((int) database.read(stores -> stores.ledger().transfers("t")))
                .isZero();
    }

    @Test
    void otherCurrencyIsNotDebited() {
        assertThat((boolean) database.inTransaction(
                        stores -> stores.ledger().transfer("t", "a", "b", new Money(1, "EUR"), NOW)))
                .isFalse();
    }

    @Test
    void secondTransferOfOneIdIsUndone() {
        database.useTransaction(stores -> stores.ledger().transfer("t", "a", "b", cny(100), NOW));
        assertThatThrownBy(
                        () -> database.useTransaction(stores -> stores.ledger().transfer("t", "a", "b", cny(100), NOW)))
                .isInstanceOf(UnableToExecuteStatementException.class);
        assertThat(balance("a")).isEqualTo(900);
        assertThat(sum()).isZero();
    }

    @Test
    void accountIsNeverOverdrawnByTransfersAtOnce() throws Exception {
        var done = new AtomicInteger();
        AtOnce.run(i -> {
            if (database.inTransaction(stores -> stores.ledger().transfer("p" + i, "a", "b", cny(100), NOW))) {
                done.incrementAndGet();
            }
        });
        assertThat(done).hasValue(10);
        assertThat(balance("a")).isZero();
        assertThat(sum()).isZero();
    }

    @Test
    void settlementsAtOnceDebitOnce() throws Exception {
        database.useTransaction(
                stores -> stores.orders().register("o1", new byte[32], new byte[] {1}, NOW.plusSeconds(60)));
        var debits = new AtomicInteger();
        AtOnce.run(i -> debits.addAndGet(database.inTransaction(stores -> {
            if (stores.orders().claimOpen("o1").isEmpty()) {
                return 0;
            }
            stores.ledger().transfer("o1", "a", "b", cny(100), NOW);
            var paid = new OrderStore.Settlement(
                    OrderStatus.PAID, "", "harbour", "HB-" + i, new byte[] {1}, new byte[] {2}, "f1", 1);
            return stores.orders().settle("o1", paid, NOW) ? 1 : 0;
        })));
        assertThat(debits).hasValue(1);
        assertThat(balance("a")).isEqualTo(900);
        assertThat(sum()).isZero();
    }
}
