package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The activation codes of the banks' letters, one for each customer at a time. Codes are stored hashed only. A try is
 * charged before the code is compared, in the caller's transaction: of any number of requests at once at most five are
 * ever compared with one letter's code.
 */
public final class ActivationCodeStore {

    /** Wrong codes that make a letter void. */
    public static final int TRIES = 5;

    private final Handle handle;

    ActivationCodeStore(Handle handle) {
        this.handle = handle;
    }

    /** A try that is charged already: what to compare with, and how many tries remain after it, 0 to 4. */
    public record Charged(String codeHash, int triesLeft) {
        @Override
        public String toString() {
            return "Charged[" + triesLeft + "]";
        }
    }

    /** Stores the code of a new letter; an earlier letter of the customer is void. */
    public void issue(String customerId, String codeHash, Instant now, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO activation_code (customer_id, code_hash, tries_left, issued_at, expires_at)
                        VALUES (:customerId, :hash, :tries, :now, :expiresAt)
                        ON CONFLICT (customer_id) DO UPDATE SET code_hash = excluded.code_hash,
                            tries_left = excluded.tries_left, issued_at = excluded.issued_at,
                            expires_at = excluded.expires_at, used_at = 0, fingerprint = ''
                        """)
                .bind("customerId", customerId)
                .bind("hash", codeHash)
                .bind("tries", TRIES)
                .bind("now", now.toEpochMilli())
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    /** Charges one try; empty if the customer has no letter that is still good. Locks it until the transaction ends. */
    public Optional<Charged> charge(String customerId, Instant now) {
        return handle.createQuery("""
                        UPDATE activation_code SET tries_left = tries_left - 1
                        WHERE customer_id = :customerId AND used_at = 0 AND tries_left > 0 AND expires_at > :now
                        RETURNING code_hash, tries_left
                        """)
                .bind("customerId", customerId)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Charged(row.getString("code_hash"), row.getInt("tries_left")))
                .findOne();
    }

    /** The code was right: its try is given back. */
    public void refund(String customerId) {
        handle.createUpdate("UPDATE activation_code SET tries_left = tries_left + 1 WHERE customer_id = :customerId")
                .bind("customerId", customerId)
                .execute();
    }

    /** Whom the right code was for: the last certificate named uses it up. */
    public void reserve(String customerId, String fingerprint) {
        handle.createUpdate("UPDATE activation_code SET fingerprint = :fingerprint WHERE customer_id = :customerId")
                .bind("fingerprint", fingerprint)
                .bind("customerId", customerId)
                .execute();
    }

    /** Uses the letter up; false if it is used already, or is not the one that was right for this certificate. */
    public boolean use(String customerId, String fingerprint, Instant now) {
        return handle.createUpdate("""
                        UPDATE activation_code SET used_at = :now, code_hash = ''
                        WHERE customer_id = :customerId AND fingerprint = :fingerprint AND used_at = 0
                        """)
                        .bind("now", now.toEpochMilli())
                        .bind("customerId", customerId)
                        .bind("fingerprint", fingerprint)
                        .execute()
                == 1;
    }

    /** Whether the customer has a letter that is still good. */
    public boolean isOpen(String customerId, Instant now) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM activation_code
                        WHERE customer_id = :customerId AND used_at = 0 AND tries_left > 0 AND expires_at > :now
                        """)
                        .bind("customerId", customerId)
                        .bind("now", now.toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }
}
