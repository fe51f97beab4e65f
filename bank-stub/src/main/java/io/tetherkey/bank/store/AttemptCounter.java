package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The ten tries of a certificate (DESIGN §4, THREATS 13).
 *
 * <p>A try is charged before the answer is compared, and given back only when it was right, all in the caller's
 * transaction: the charge locks the row, so of any number of sessions in parallel exactly ten wrong answers are ever
 * compared.
 */
public final class AttemptCounter {

    /** Wrong answers in a row that void a certificate. */
    public static final int TRIES = 10;

    private final Handle handle;

    AttemptCounter(Handle handle) {
        this.handle = handle;
    }

    /** What came of one answer. */
    public sealed interface Judgement {
        /** Right; ten tries again. */
        record Right() implements Judgement {}

        /** Wrong and counted; {@code attemptsLeft} is 1 to 9. */
        record Wrong(int attemptsLeft) implements Judgement {}

        /** The tenth wrong one in a row; the certificate is void from now on. */
        record Voided() implements Judgement {}

        /** Not compared: the certificate is not in use any more. */
        record NotInUse() implements Judgement {}
    }

    /**
     * Charges a try, compares, and gives it back or voids the certificate.
     *
     * @param matches compares in constant time with the response key, which is zeroed afterwards
     */
    public Judgement judge(String fingerprint, Predicate<byte[]> matches, Instant now) {
        var left = charge(fingerprint);
        if (left.isEmpty()) {
            return new Judgement.NotInUse();
        }
        if (compare(fingerprint, matches)) {
            refund(fingerprint);
            return new Judgement.Right();
        }
        if (left.getAsInt() > 0) {
            return new Judgement.Wrong(left.getAsInt());
        }
        voidCertificate(fingerprint, now);
        return new Judgement.Voided();
    }

    private OptionalInt charge(String fingerprint) {
        return handle.createQuery("""
                        UPDATE chip_certificate SET attempts_left = attempts_left - 1
                        WHERE fingerprint = :fingerprint AND status = 'active' AND attempts_left > 0
                        RETURNING attempts_left
                        """)
                .bind("fingerprint", fingerprint)
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    private boolean compare(String fingerprint, Predicate<byte[]> matches) {
        var key = new CertificateStore(handle).responseKey(fingerprint).orElseThrow();
        try {
            return matches.test(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private void refund(String fingerprint) {
        handle.createUpdate("""
                        UPDATE chip_certificate SET attempts_left = :tries
                        WHERE fingerprint = :fingerprint AND status = 'active'
                        """)
                .bind("tries", TRIES)
                .bind("fingerprint", fingerprint)
                .execute();
    }

    /** Ends the certificate for good, with a renewal of it that waits, and erases its response key. */
    public void voidCertificate(String fingerprint, Instant now) {
        handle.createUpdate("""
                        UPDATE chip_certificate
                        SET status = 'void', status_at = :now, attempts_left = 0, response_key = :none
                        WHERE fingerprint = :fingerprint AND status = 'active'
                           OR predecessor = :fingerprint AND status = 'pending'
                        """)
                .bind("now", now.toEpochMilli())
                .bind("none", new byte[0])
                .bind("fingerprint", fingerprint)
                .execute();
    }
}
