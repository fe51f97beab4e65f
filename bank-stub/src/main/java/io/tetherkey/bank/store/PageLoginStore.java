package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is logged in to the banks' pages, and how many wrong passwords were typed there. */
public final class PageLoginStore {

    private final Handle handle;

    PageLoginStore(Handle handle) {
        this.handle = handle;
    }

    /** Somebody who is logged in; {@code formToken} stands in each form of the pages. */
    public record PageLogin(String customerId, String formToken) {
        @Override
        public String toString() {
            return "PageLogin[" + customerId + "]";
        }
    }

    public void insert(String tokenHash, PageLogin login, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO page_login (token_hash, customer_id, form_token, expires_at)
                        VALUES (:hash, :customerId, :formToken, :expiresAt)
                        """)
                .bind("hash", tokenHash)
                .bind("customerId", login.customerId())
                .bind("formToken", login.formToken())
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    public Optional<PageLogin> find(String tokenHash, Instant now) {
        return handle.createQuery("SELECT * FROM page_login WHERE token_hash = :hash AND expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new PageLogin(row.getString("customer_id"), row.getString("form_token")))
                .findOne();
    }

    public void delete(String tokenHash) {
        handle.createUpdate("DELETE FROM page_login WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute();
    }

    /**
     * Charges a wrong password before it is looked at; the {@code most}-th in a row and each after it blocks the name
     * until an instant.
     *
     * @return false if the name is blocked now: the password is not to be looked at
     */
    public boolean chargePassword(String nameHash, int most, Instant now, Instant blockedUntil) {
        return handle.createQuery("""
                        INSERT INTO page_password (name_hash, wrong, blocked_until, last_at)
                        VALUES (:name, 1, 0, :now)
                        ON CONFLICT (name_hash) DO UPDATE SET wrong = page_password.wrong + 1, last_at = :now,
                            blocked_until = CASE WHEN page_password.wrong + 1 >= :most THEN :until ELSE 0 END
                        WHERE page_password.blocked_until <= :now
                        RETURNING wrong
                        """)
                .bind("name", nameHash)
                .bind("most", most)
                .bind("now", now.toEpochMilli())
                .bind("until", blockedUntil.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** A right password ends the row of wrong ones. */
    public void passwordRight(String nameHash) {
        handle.createUpdate("DELETE FROM page_password WHERE name_hash = :name")
                .bind("name", nameHash)
                .execute();
    }

    /** Deletes what has run out: logins at an instant, counts that nobody touched since another. */
    public int deleteExpired(Instant now, Instant untouchedSince) {
        return handle.createUpdate("DELETE FROM page_login WHERE expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute()
                + handle.createUpdate("DELETE FROM page_password WHERE last_at < :since")
                        .bind("since", untouchedSince.toEpochMilli())
                        .execute();
    }
}
