package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.EnrolmentStore.StoredEnrolment;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the books hold about enrolment, on every database that the bank runs on. */
abstract class EnrolmentBooksContract extends BooksContract {

    private static final byte[] KEY = new byte[] {7, 7, 7};

    @BeforeEach
    void customer() {
        database.useTransaction(stores -> stores.customers().insert(new Customer("c1", "harbour", "alice", "hash")));
    }

    private CertificateStore.ChipCertificate certificate(String fingerprint) {
        return database.read(stores -> stores.certificates().find(fingerprint).orElseThrow());
    }

    private CertificateStatus status(String fingerprint) {
        return certificate(fingerprint).status();
    }

    private boolean inTransaction(Function<Stores, Boolean> work) {
        return database.inTransaction(work);
    }

    @Nested
    class TheCertificates {

        @BeforeEach
        void one() {
            pending("f1", "");
            assertThat(inTransaction(stores -> stores.succession().enrol("f1", KEY, NOW)))
                    .isTrue();
            database.useTransaction(stores -> {
                stores.customers().insert(new Customer("c0", "harbour", "bob", "hash"));
                stores.certificates().insertPending("f0", "harbour", "c0", "f0", new byte[] {1}, NOW);
                assertThat(stores.certificates().activate("f0", KEY, NOW)).isTrue();
            });
        }

        private void pending(String fingerprint, String predecessor) {
            database.useTransaction(stores -> stores.certificates()
                    .insertRenewal(fingerprint, "harbour", "c1", fingerprint, new byte[] {1}, predecessor, NOW));
        }

        private void fail(int times) {
            for (int i = 0; i < times; i++) {
                database.useTransaction(stores -> stores.attempts().judge("f1", key -> false, NOW));
            }
        }

        @Test
        void newChipTakesOverWithTenTries() {
            fail(3);
            pending("f2", "");
            assertThat(status("f1")).isEqualTo(CertificateStatus.ACTIVE);
            assertThat(inTransaction(stores -> stores.succession().enrol("f2", new byte[] {8}, NOW)))
                    .isTrue();
            assertThat(status("f1")).isEqualTo(CertificateStatus.SUPERSEDED);
            assertThat(status("f0")).as("of another customer").isEqualTo(CertificateStatus.ACTIVE);
            assertThat(certificate("f2").attemptsLeft()).isEqualTo(10);
        }

        @Test
        void voidCertificateIsFollowedByAFreshOne() {
            fail(10);
            assertThat(status("f1")).isEqualTo(CertificateStatus.VOID);
            pending("f2", "");
            assertThat(inTransaction(stores -> stores.succession().enrol("f2", KEY, NOW)))
                    .isTrue();
            assertThat(status("f1")).isEqualTo(CertificateStatus.VOID);
            assertThat(certificate("f2").attemptsLeft()).isEqualTo(10);
        }

        @Test
        void renewalInheritsKeyFailuresAndPasswordCount() {
            fail(3);
            database.useTransaction(stores -> stores.certificates().passwordWrong("f1", 1, NOW.plusSeconds(9)));
            pending("f2", "f1");
            assertThat(inTransaction(stores -> stores.succession().renew("f2", NOW)))
                    .isTrue();
            assertThat(status("f1")).isEqualTo(CertificateStatus.SUPERSEDED);
            assertThat(certificate("f2").status()).isEqualTo(CertificateStatus.ACTIVE);
            assertThat(certificate("f2").attemptsLeft()).isEqualTo(7);
            assertThat(certificate("f2").passwordBlockedUntil()).isEqualTo(NOW.plusSeconds(9));
            var key = database.read(stores -> stores.certificates().responseKey("f2"));
            assertThat(key.orElseThrow()).isEqualTo(KEY);
            var erased = database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT response_key FROM chip_certificate WHERE fingerprint = 'f1'")
                            .map((row, context) -> row.getBytes(1))
                            .one());
            assertThat(erased).isEmpty();
        }

        @Test
        void oneOfTwoRenewalsTakesOverAndTheOtherIsTakenBack() {
            pending("f2", "f1");
            pending("f3", "f1");
            assertThat(inTransaction(stores -> stores.succession().renew("f3", NOW)))
                    .isTrue();
            assertThat(status("f2")).isEqualTo(CertificateStatus.REVOKED);
            assertThat(inTransaction(stores -> stores.succession().renew("f2", NOW)))
                    .isFalse();
        }

        @Test
        void renewalIsNotActivatedWithAKeyOfItsOwn() {
            pending("f2", "f1");
            assertThat(inTransaction(stores -> stores.succession().enrol("f2", KEY, NOW)))
                    .isFalse();
            assertThat(status("f1")).isEqualTo(CertificateStatus.ACTIVE);
        }

        @Test
        void renewalEndsWithItsPredecessor() {
            pending("f2", "f1");
            fail(10);
            assertThat(status("f2")).isEqualTo(CertificateStatus.VOID);
            assertThat(inTransaction(stores -> stores.succession().renew("f2", NOW)))
                    .isFalse();
        }

        @Test
        void revocationTakesARenewalAlong() {
            pending("f2", "f1");
            assertThat(inTransaction(stores -> stores.certificates().revoke("f1", NOW)))
                    .isTrue();
            assertThat(status("f2")).isEqualTo(CertificateStatus.REVOKED);
            assertThat(inTransaction(stores -> stores.certificates().revoke("f1", NOW)))
                    .isFalse();
        }

        @Test
        void revocationListNamesWhateverIsNotInUseAnyMore() {
            pending("f2", "f1");
            pending("f3", "");
            database.useTransaction(stores -> stores.succession().renew("f2", NOW));
            var listed = database.read(stores -> stores.certificates().withdrawn("harbour"));
            assertThat(listed)
                    .extracting(CertificateStore.ChipCertificate::fingerprint)
                    .containsExactly("f1");
        }

        @Test
        void abandonedCertificateIsTakenBackAndAWaitingRenewalIsNot() {
            pending("f2", "");
            pending("f3", "f1");
            pending("f4", "");
            database.useTransaction(stores -> {
                stores.enrolments().insert("ab".repeat(16), "harbour", "new", new byte[] {1}, NOW);
                stores.enrolments().save("ab".repeat(16), "c1", "f4", new byte[] {1});
            });
            var after = NOW.plusMillis(1);
            assertThat((int) database.inTransaction(
                            stores -> stores.certificates().revokeAbandoned(after, after)))
                    .isEqualTo(1);
            assertThat(status("f2")).isEqualTo(CertificateStatus.REVOKED);
            assertThat(status("f3")).isEqualTo(CertificateStatus.PENDING);
            assertThat(status("f4")).isEqualTo(CertificateStatus.PENDING);
        }

        @Test
        void oneOfManyNewChipsIsActiveInTheEnd() throws Exception {
            for (int i = 0; i < AtOnce.THREADS; i++) {
                pending("n" + i, "");
            }
            AtOnce.run(
                    i -> database.useTransaction(stores -> stores.succession().enrol("n" + i, KEY, NOW)));
            var active = database.read(stores -> stores.certificates().ofCustomer("c1")).stream()
                    .filter(held -> held.certificate().status() == CertificateStatus.ACTIVE);
            assertThat(active).hasSize(1);
        }
    }

    @Nested
    class TheSessions {

        private static final String ID = "cd".repeat(16);

        private StoredEnrolment stored() {
            return database.read(stores -> stores.enrolments().find(ID).orElseThrow());
        }

        @BeforeEach
        void one() {
            database.useTransaction(
                    stores -> stores.enrolments().insert(ID, "harbour", "new", new byte[] {1}, NOW.plusSeconds(60)));
        }

        @Test
        void sessionIsChangedOnlyByWhoReadItsVersion() {
            var read = stored();
            assertThat(inTransaction(stores -> stores.enrolments().claim(read))).isTrue();
            assertThat(inTransaction(stores -> stores.enrolments().claim(read))).isFalse();
        }

        @Test
        void refusalErasesTheStateAndKeepsTheTries() {
            database.useTransaction(stores -> stores.enrolments().refuse(ID, "TK-405", OptionalInt.of(3)));
            assertThat(stored().state()).isEmpty();
            assertThat(stored().refusal()).isEqualTo("TK-405");
            assertThat(stored().refusalLeft()).hasValue(3);
        }

        @Test
        void sessionIsDeletedOnlyAfterItsTime() {
            assertThat((int)
                            database.inTransaction(stores -> stores.enrolments().deleteExpired(NOW.plusSeconds(60))))
                    .isZero();
            assertThat((int)
                            database.inTransaction(stores -> stores.enrolments().deleteExpired(NOW.plusSeconds(61))))
                    .isEqualTo(1);
        }
    }
}
