package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/**
 * How one certificate follows another (PROTOCOL, Enrolment), in the caller's transaction. A customer has at most one
 * active certificate at a bank: the customer's row is locked first, so two successions follow each other.
 */
public final class CertificateSuccession {

    private final Handle handle;

    CertificateSuccession(Handle handle) {
        this.handle = handle;
    }

    /**
     * A newly enrolled chip takes over: its certificate is active with ten tries, every other active one of the customer
     * is superseded.
     *
     * @param responseKey 32 bytes; the caller zeroes it
     * @return false, with nothing changed, unless the certificate waits for its payment key
     */
    public boolean enrol(String fingerprint, byte[] responseKey, Instant now) {
        claimCustomer(fingerprint);
        if (!new CertificateStore(handle).activate(fingerprint, responseKey, now)) {
            return false;
        }
        handle.createUpdate("""
                        UPDATE chip_certificate SET status = 'superseded', status_at = :now, response_key = :none
                        WHERE status = 'active' AND fingerprint <> :fingerprint AND customer_id =
                              (SELECT customer_id FROM chip_certificate WHERE fingerprint = :fingerprint)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("none", new byte[0])
                .bind("fingerprint", fingerprint)
                .execute();
        return true;
    }

    /**
     * A renewed certificate takes over with its predecessor's response key, tries left and password count; the
     * predecessor is superseded, and other renewals of it are taken back.
     *
     * @return false, with nothing changed, unless the certificate waits and its predecessor is active
     */
    public boolean renew(String fingerprint, Instant now) {
        claimCustomer(fingerprint);
        var old = handle.createQuery("""
                        UPDATE chip_certificate SET status = status
                        WHERE status = 'active' AND fingerprint =
                              (SELECT predecessor FROM chip_certificate
                               WHERE fingerprint = :fingerprint AND status = 'pending')
                        RETURNING fingerprint, response_key, attempts_left, wrong_passwords, password_blocked_until
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) -> new Inheritance(
                        row.getString("fingerprint"),
                        row.getBytes("response_key"),
                        row.getInt("attempts_left"),
                        row.getInt("wrong_passwords"),
                        row.getLong("password_blocked_until")))
                .findOne();
        old.ifPresent(each -> handOver(each, fingerprint, now));
        return old.isPresent();
    }

    private record Inheritance(
            String from, byte[] responseKey, int attemptsLeft, int wrongPasswords, long passwordBlockedUntil) {
        @Override
        public String toString() {
            return "Inheritance[" + from + "]";
        }
    }

    private void handOver(Inheritance old, String fingerprint, Instant now) {
        try {
            handle.createUpdate("""
                            UPDATE chip_certificate
                            SET status = 'active', status_at = :now, response_key = :key, attempts_left = :left,
                                wrong_passwords = :wrong, password_blocked_until = :until
                            WHERE fingerprint = :fingerprint
                            """)
                    .bind("now", now.toEpochMilli())
                    .bind("key", old.responseKey())
                    .bind("left", old.attemptsLeft())
                    .bind("wrong", old.wrongPasswords())
                    .bind("until", old.passwordBlockedUntil())
                    .bind("fingerprint", fingerprint)
                    .execute();
        } finally {
            Arrays.fill(old.responseKey(), (byte) 0);
        }
        handle.createUpdate("""
                        UPDATE chip_certificate SET status = 'superseded', status_at = :now, response_key = :none
                        WHERE fingerprint = :from
                        """)
                .bind("now", now.toEpochMilli())
                .bind("none", new byte[0])
                .bind("from", old.from())
                .execute();
        handle.createUpdate("""
                        UPDATE chip_certificate SET status = 'revoked', status_at = :now
                        WHERE predecessor = :from AND status = 'pending'
                        """)
                .bind("now", now.toEpochMilli())
                .bind("from", old.from())
                .execute();
    }

    private void claimCustomer(String fingerprint) {
        handle.createUpdate("""
                        UPDATE customer SET user_name = user_name WHERE customer_id =
                            (SELECT customer_id FROM chip_certificate WHERE fingerprint = :fingerprint)
                        """).bind("fingerprint", fingerprint).execute();
    }
}
