package io.tetherkey.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.bank.enrolment.ActivationCodes;
import io.tetherkey.bank.enrolment.ActivationCodes.Judgement;
import io.tetherkey.bank.password.PasswordHasher;
import io.tetherkey.bank.store.CustomerStore.Customer;
import io.tetherkey.bank.store.PageLoginStore.PageLogin;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Activation codes and the logins to the bank's pages, on every database that the bank runs on. */
abstract class LetterBooksContract extends BooksContract {

    @BeforeEach
    void customers() {
        database.useTransaction(stores -> {
            stores.customers().insert(new Customer("c0", "harbour", "bob", "hash"));
            stores.customers().insert(new Customer("c1", "harbour", "alice", "hash"));
        });
    }

    private boolean inTransaction(Function<Stores, Boolean> work) {
        return database.inTransaction(work);
    }

    @Nested
    class TheLetter {

        private ActivationCodes codes(Instant now) {
            var random = new SecureRandom();
            return new ActivationCodes(
                    database, new PasswordHasher(random), random::nextBytes, Clock.fixed(now, ZoneOffset.UTC));
        }

        private Judgement judge(char[] code, Instant now) {
            return database.inTransaction(stores -> codes(now).judge(stores, "c1", code, now));
        }

        private char[] otherThan(char[] code) {
            var other = code.clone();
            other[0] = other[0] == '9' ? '0' : (char) (other[0] + 1);
            return other;
        }

        @Test
        void codeHasTwelveDigitsAndIsStoredOnlyAsAHash() {
            var code = codes(NOW).newLetter("c1");
            assertThat(new String(code)).matches("[0-9]{12}");
            var stored = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT code_hash FROM activation_code")
                            .mapTo(String.class)
                            .one());
            assertThat(stored).startsWith("$argon2id$").doesNotContain(new String(code));
        }

        @Test
        void digitsAreDrawnFairly() {
            var bytes = new AtomicInteger(248);
            var fixed = new ActivationCodes(
                    database,
                    new PasswordHasher(new SecureRandom()),
                    target -> target[0] = (byte) bytes.getAndIncrement(),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            // 248 and 249 give 8 and 9; 250 to 255 are drawn anew; 0 to 9 follow.
            assertThat(new String(fixed.newLetter("c1"))).isEqualTo("890123456789");
        }

        private boolean use(String fingerprint) {
            return inTransaction(stores -> stores.activationCodes().use("c1", fingerprint, NOW));
        }

        private void reserve(String fingerprint) {
            database.useTransaction(stores -> stores.activationCodes().reserve("c1", fingerprint));
        }

        @Test
        void rightCodeServesUntilItIsUsedUp() {
            var code = codes(NOW).newLetter("c1");
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.Right());
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.Right());
            reserve("f1");
            assertThat(use("f1")).isTrue();
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.NoLetter());
            assertThat(use("f1")).isFalse();
        }

        @Test
        void rightCodeGivesBackItsOwnTryOnly() {
            var code = codes(NOW).newLetter("c1");
            judge(otherThan(code), NOW);
            judge(code, NOW);
            assertThat(judge(otherThan(code), NOW)).isEqualTo(new Judgement.Wrong(3));
        }

        @Test
        void letterIsUsedUpOnlyForTheLastCertificateItWasRightFor() {
            codes(NOW).newLetter("c1");
            reserve("f1");
            reserve("f2");
            assertThat(use("f1")).isFalse();
            assertThat(use("f2")).isTrue();
        }

        @Test
        void newLetterIsNotUsedUpByWhatTheEarlierOneBegan() {
            codes(NOW).newLetter("c1");
            reserve("f1");
            codes(NOW).newLetter("c1");
            assertThat(use("f1")).isFalse();
        }

        @Test
        void fiveWrongCodesMakeTheLetterVoid() {
            var code = codes(NOW).newLetter("c1");
            for (int left = 4; left >= 0; left--) {
                assertThat(judge(otherThan(code), NOW)).isEqualTo(new Judgement.Wrong(left));
            }
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.NoLetter());
            assertThat(inTransaction(stores -> stores.activationCodes().isOpen("c1", NOW)))
                    .isFalse();
        }

        @Test
        void fifthTryMayStillBeRight() {
            var code = codes(NOW).newLetter("c1");
            for (int left = 4; left >= 1; left--) {
                judge(otherThan(code), NOW);
            }
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.Right());
        }

        @Test
        void letterIsGoodForFourteenDays() {
            var last = NOW.plus(Duration.ofDays(14)).minusMillis(1);
            var code = codes(NOW).newLetter("c1");
            assertThat(judge(code, last.plusMillis(1))).isEqualTo(new Judgement.NoLetter());
            assertThat(judge(code, last)).isEqualTo(new Judgement.Right());
        }

        @Test
        void codeOfAnotherCustomerIsNotTaken() {
            var code = codes(NOW).newLetter("c0");
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.NoLetter());
            codes(NOW).newLetter("c1");
            assertThat(judge(code, NOW)).isEqualTo(new Judgement.Wrong(4));
        }

        @Test
        void newLetterMakesTheEarlierOneVoidAndHasFiveTries() {
            var first = codes(NOW).newLetter("c1");
            judge(otherThan(first), NOW);
            var second = codes(NOW).newLetter("c1");
            assertThat(judge(first, NOW)).isEqualTo(new Judgement.Wrong(4));
            assertThat(judge(second, NOW)).isEqualTo(new Judgement.Right());
        }

        @Test
        void tryOfAnUndoneTransactionIsNotLost() {
            var code = codes(NOW).newLetter("c1");
            assertThatThrownBy(() -> database.useTransaction(stores -> {
                        codes(NOW).judge(stores, "c1", otherThan(code), NOW);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThat(judge(otherThan(code), NOW)).isEqualTo(new Judgement.Wrong(4));
        }

        @Test
        void atMostFiveCodesAreComparedUnderSixtyFourThreads() throws Exception {
            var code = codes(NOW).newLetter("c1");
            var compared = new AtomicInteger();
            AtOnce.run(i -> {
                if (judge(otherThan(code), NOW) instanceof Judgement.Wrong) {
                    compared.incrementAndGet();
                }
            });
            assertThat(compared).hasValue(5);
        }

        @Test
        void letterIsUsedUpOnceUnderSixtyFourThreads() throws Exception {
            codes(NOW).newLetter("c1");
            reserve("f1");
            var used = new AtomicInteger();
            AtOnce.run(i -> used.addAndGet(use("f1") ? 1 : 0));
            assertThat(used).hasValue(1);
        }
    }

    @Nested
    class ThePageLogins {

        private boolean charge(Instant now) {
            return inTransaction(stores -> stores.pageLogins().chargePassword("n", 5, now, now.plusSeconds(60)));
        }

        @Test
        void fiveWrongPasswordsInARowPauseTheName() {
            for (int i = 0; i < 5; i++) {
                assertThat(charge(NOW)).isTrue();
            }
            assertThat(charge(NOW.plusSeconds(59))).isFalse();
            assertThat(charge(NOW.plusSeconds(60))).isTrue();
            assertThat(charge(NOW.plusSeconds(61)))
                    .as("paused by each further one")
                    .isFalse();
        }

        @Test
        void rightPasswordEndsTheRow() {
            for (int i = 0; i < 5; i++) {
                charge(NOW);
            }
            database.useTransaction(stores -> stores.pageLogins().passwordRight("n"));
            assertThat(charge(NOW)).isTrue();
        }

        @Test
        void fivePasswordsAreLookedAtUnderSixtyFourThreads() throws Exception {
            var looked = new AtomicInteger();
            AtOnce.run(i -> looked.addAndGet(charge(NOW) ? 1 : 0));
            assertThat(looked).hasValue(5);
        }

        @Test
        void loginEndsAtItsTime() {
            var login = new PageLogin("c1", "form");
            database.useTransaction(stores -> stores.pageLogins().insert("h", login, NOW.plusSeconds(60)));
            var before = database.read(stores -> stores.pageLogins().find("h", NOW.plusSeconds(59)));
            assertThat(before).contains(login);
            var after = database.read(stores -> stores.pageLogins().find("h", NOW.plusSeconds(60)));
            assertThat(after).isEmpty();
            assertThat((int) database.inTransaction(
                            stores -> stores.pageLogins().deleteExpired(NOW.plusSeconds(60), NOW)))
                    .isEqualTo(1);
        }
    }
}
