package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.store.AttemptCounter.Judgement;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.Ledger.AccountKind;
import io.tetherkey.bank.store.OrderStore.OrderStatus;
import io.tetherkey.protocol.message.Money;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every database that the bank runs on has to hold. */
abstract class DatabaseContract {

    static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final int THREADS = 64;

    @RegisterExtension
    final TestBooks books = new TestBooks();

    @SuppressWarnings("NullAway.Init")
    Database database;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(books.url());
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Money cny(long minor) {
        return new Money(minor, "CNY");
    }

    @Test
    void migrationsRunOnceAndKeepWhatIsThere() throws IOException {
        database.useTransaction(stores -> stores.customers().insert(new Customer("c1", "harbour", "alice", "hash")));
        database.close();
        database = Database.open(books.url());
        var kept = database.read(stores -> stores.customers().find("c1"));
        assertThat(kept).contains(new Customer("c1", "harbour", "alice", "hash"));
    }

    @Nested
    class TheLedger {

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
            assertThat((boolean)
                            database.inTransaction(stores -> stores.ledger().transfer("t", "a", "b", cny(1_001), NOW)))
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
            assertThatThrownBy(() ->
                            database.useTransaction(stores -> stores.ledger().transfer("t", "a", "b", cny(100), NOW)))
                    .isInstanceOf(UnableToExecuteStatementException.class);
            assertThat(balance("a")).isEqualTo(900);
            assertThat(sum()).isZero();
        }

        @Test
        void accountIsNeverOverdrawnByTransfersAtOnce() throws Exception {
            var done = new AtomicInteger();
            atOnce(i -> {
                if (database.inTransaction(stores -> stores.ledger().transfer("p" + i, "a", "b", cny(100), NOW))) {
                    done.incrementAndGet();
                }
                return i;
            });
            assertThat(done).hasValue(10);
            assertThat(balance("a")).isZero();
            assertThat(sum()).isZero();
        }
    }

    @Nested
    class TheTenTries {

        private static final String PRINT = "f1";
        private static final byte[] KEY = new byte[32];

        @BeforeEach
        void certificate() {
            database.useTransaction(stores -> {
                stores.customers().insert(new Customer("c1", "harbour", "alice", "hash"));
                stores.certificates().insertPending(PRINT, "harbour", "c1", "1", new byte[] {1}, NOW);
                assertThat(stores.certificates().activate(PRINT, KEY, NOW)).isTrue();
            });
        }

        private Judgement judge(boolean right) {
            return database.inTransaction(stores -> stores.attempts().judge(PRINT, key -> right, NOW));
        }

        private CertificateStore.ChipCertificate stored() {
            return database.read(stores -> stores.certificates().find(PRINT).orElseThrow());
        }

        @Test
        void rightAnswerGivesBackAllTries() {
            assertThat(judge(false)).isEqualTo(new Judgement.Wrong(9));
            assertThat(judge(false)).isEqualTo(new Judgement.Wrong(8));
            assertThat(judge(true)).isEqualTo(new Judgement.Right());
            assertThat(stored().attemptsLeft()).isEqualTo(10);
        }

        @Test
        void rightAnswerAtTheTenthTryIsStillRight() {
            for (int left = 9; left >= 1; left--) {
                assertThat(judge(false)).isEqualTo(new Judgement.Wrong(left));
            }
            assertThat(judge(true)).isEqualTo(new Judgement.Right());
            assertThat(stored().status()).isEqualTo(CertificateStatus.ACTIVE);
        }

        @Test
        void tenthWrongAnswerVoidsForGoodAndErasesTheKey() {
            for (int left = 9; left >= 1; left--) {
                judge(false);
            }
            assertThat(judge(false)).isEqualTo(new Judgement.Voided());
            assertThat(stored().status()).isEqualTo(CertificateStatus.VOID);
            assertThat(judge(true)).isEqualTo(new Judgement.NotInUse());
            var key = database.read(stores -> stores.certificates().responseKey(PRINT));
            assertThat(key).isEmpty();
            assertThat((boolean) database.inTransaction(
                            stores -> stores.certificates().activate(PRINT, KEY, NOW)))
                    .isFalse();
        }

        @Test
        void exactlyTenWrongAnswersAreComparedUnderSixtyFourThreads() throws Exception {
            var compared = new AtomicInteger();
            var voided = new AtomicInteger();
            atOnce(i -> {
                var judgement = database.inTransaction(stores -> stores.attempts()
                        .judge(
                                PRINT,
                                key -> {
                                    compared.incrementAndGet();
                                    return false;
                                },
                                NOW));
                if (judgement instanceof Judgement.Voided) {
                    voided.incrementAndGet();
                }
                return i;
            });
            assertThat(compared).hasValue(10);
            assertThat(voided).hasValue(1);
            assertThat(stored().attemptsLeft()).isZero();
        }

        @Test
        void revokedCertificateIsNotCompared() {
            database.useTransaction(stores -> stores.certificates().revoke(PRINT, NOW));
            assertThat(judge(true)).isEqualTo(new Judgement.NotInUse());
            assertThat(stored().attemptsLeft()).isEqualTo(10);
        }

        @Test
        void tryOfAnUndoneTransactionIsNotLost() {
            assertThatThrownBy(() -> database.useTransaction(stores -> {
                        stores.attempts().judge(PRINT, key -> false, NOW);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThat(stored().attemptsLeft()).isEqualTo(10);
        }
    }

    @Test
    void databaseServesTheProfileThatTookItFirst() {
        assertThat((boolean) database.inTransaction(stores -> stores.owner().claim("mine")))
                .isTrue();
        assertThat((boolean) database.inTransaction(stores -> stores.owner().claim("other")))
                .isFalse();
        var owner = database.read(stores -> stores.owner().owner());
        assertThat(owner).contains("mine");
    }

    @Test
    void exceptionsTellNothingOfWhatWasBound() {
        var alice = new Customer("c1", "harbour", "alice", "hash-of-the-password");
        database.useTransaction(stores -> stores.customers().insert(alice));
        assertThatThrownBy(() ->
                        database.useTransaction(stores -> stores.customers().insert(alice)))
                .satisfies(thrown -> {
                    var text = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(text));
                    assertThat(text.toString())
                            .doesNotContain("alice")
                            .doesNotContain("hash-of-the-password")
                            .doesNotContain("c1");
                });
    }

    @Test
    void settlementsAtOnceDebitOnce() throws Exception {
        database.useTransaction(stores -> {
            var ledger = stores.ledger();
            ledger.open("opening", "harbour", "", "", AccountKind.OPENING, "CNY");
            ledger.open("a", "harbour", "a", "a", AccountKind.CUSTOMER, "CNY");
            ledger.open("b", "harbour", "b", "b", AccountKind.MERCHANT, "CNY");
            ledger.transfer("opening-a", "opening", "a", cny(1_000), NOW);
            stores.orders().register("o1", new byte[32], new byte[] {1}, NOW.plusSeconds(60));
        });
        var debits = new AtomicInteger();
        atOnce(i -> {
            debits.addAndGet(database.inTransaction(stores -> {
                if (stores.orders().claimOpen("o1").isEmpty()) {
                    return 0;
                }
                stores.ledger().transfer("o1", "a", "b", cny(100), NOW);
                var paid = new OrderStore.Settlement(
                        OrderStatus.PAID, "", "harbour", "HB-" + i, new byte[] {1}, new byte[] {2}, "f1", 1);
                return stores.orders().settle("o1", paid, NOW) ? 1 : 0;
            }));
            return i;
        });
        assertThat(debits).hasValue(1);
        var balance =
                database.read(stores -> stores.ledger().find("a").orElseThrow().balanceMinor());
        assertThat(balance).isEqualTo(900);
    }

    @Test
    void sessionIsChangedOnlyByWhoReadItsVersion() {
        database.useTransaction(stores -> {
            stores.orders().register("o1", new byte[32], new byte[] {1}, NOW.plusSeconds(60));
            stores.sessions().insert("ab".repeat(16), "harbour", "o1", new byte[] {1}, NOW.plusSeconds(60));
        });
        var read =
                database.read(stores -> stores.sessions().find("ab".repeat(16)).orElseThrow());
        assertThat((boolean) database.inTransaction(stores -> stores.sessions().claim(read)))
                .isTrue();
        assertThat((boolean) database.inTransaction(stores -> stores.sessions().claim(read)))
                .isFalse();
    }

    @Test
    void openOrderFailsWhenItsTimeIsOverAndStaysSo() {
        database.useTransaction(
                stores -> stores.orders().register("o1", new byte[32], new byte[] {1}, NOW.plusSeconds(60)));
        assertThat((int) database.inTransaction(stores -> stores.orders().expire(NOW.plusSeconds(59), "TK-503")))
                .isZero();
        assertThat((int) database.inTransaction(stores -> stores.orders().expire(NOW.plusSeconds(60), "TK-503")))
                .isEqualTo(1);
        var claimed = database.inTransaction(stores -> stores.orders().claimOpen("o1"));
        assertThat(claimed).isEmpty();
        var stored = database.read(stores -> stores.orders().find("o1").orElseThrow());
        assertThat(stored.status()).isEqualTo(OrderStatus.FAILED);
    }

    @Test
    void changedEvidenceIsNoticed() {
        for (int i = 0; i < 5; i++) {
            var contents = new byte[] {(byte) i};
            database.useTransaction(
                    stores -> EvidenceLog.append(stores, "harbour", "s", EvidenceKind.SENT, contents, NOW));
        }
        assertThat((boolean) database.inTransaction(stores -> EvidenceLog.isIntact(stores, "harbour")))
                .isTrue();
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE evidence_entry SET contents = ? WHERE sequence = 3", new byte[] {9}));
        assertThat((boolean) database.inTransaction(stores -> EvidenceLog.isIntact(stores, "harbour")))
                .isFalse();
    }

    @Test
    void removedLastEvidenceIsNoticed() {
        database.useTransaction(
                stores -> EvidenceLog.append(stores, "harbour", "s", EvidenceKind.SENT, new byte[1], NOW));
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM evidence_entry WHERE sequence = 1"));
        assertThat((boolean) database.inTransaction(stores -> EvidenceLog.isIntact(stores, "harbour")))
                .isFalse();
    }

    /** Work of one of many threads. */
    @FunctionalInterface
    private interface Work {
        int run(int thread) throws Exception;
    }

    private static void atOnce(Work work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var all = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(() -> work.run(thread));
            }
            for (Future<Integer> each : pool.invokeAll(all)) {
                each.get();
            }
        }
    }
}
