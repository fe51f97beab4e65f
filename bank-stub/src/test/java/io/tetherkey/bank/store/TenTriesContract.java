package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.store.AttemptCounter.Judgement;
import io.tetherkey.bank.store.CustomerStore.Customer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ten tries of a payment key. */
abstract class TenTriesContract extends BooksContract {

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
        assertThat((boolean)
                        database.inTransaction(stores -> stores.certificates().activate(PRINT, KEY, NOW)))
                .isFalse();
    }

    @Test
    void exactlyTenWrongAnswersAreComparedUnderSixtyFourThreads() throws Exception {
        var compared = new AtomicInteger();
        var voided = new AtomicInteger();
        AtOnce.run(i -> {
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
