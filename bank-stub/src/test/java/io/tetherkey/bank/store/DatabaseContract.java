package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.evidence.EvidenceKind;
import io.tetherkey.bank.evidence.EvidenceLog;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.OrderStore.OrderStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the bank relies on in every database that it runs on, beside the ledger and the ten tries. */
abstract class DatabaseContract extends BooksContract {

    @Test
    void migrationsRunOnceAndKeepWhatIsThere() throws IOException {
        database.useTransaction(stores -> stores.customers().insert(new Customer("c1", "harbour", "alice", "hash")));
        database.close();
        database = Database.open(books.url());
        var kept = database.read(stores -> stores.customers().find("c1"));
        assertThat(kept).contains(new Customer("c1", "harbour", "alice", "hash"));
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
}
