package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Logins with the phone, one for each time that a browser asked. Each step is one conditional update, so of two at once
 * one goes on; nothing but hashes of tokens, tickets and codes is stored.
 */
public final class PhoneLoginStore {

    private final Handle handle;

    PhoneLoginStore(Handle handle) {
        this.handle = handle;
    }

    /** Where a login stands. */
    public enum Status {
        /** The ticket was not opened yet. */
        WAITING("waiting"),
        /** A session is under way. */
        OPENED("opened"),
        /** The phone was allowed in; the browser has not shown the code yet. */
        ALLOWED("allowed"),
        /** The asking browser is logged in. */
        FINISHED("finished"),
        /** Given up; the reason says why. */
        ENDED("ended");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        static Status fromCode(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The books hold an unknown status of a login"));
        }
    }

    /**
     * A login.
     *
     * @param reason the code of the fault that ended it, else empty
     * @param customerId whose it is once it was allowed, else empty
     */
    public record PhoneLogin(Status status, String reason, String customerId, Instant expiresAt) {}

    /** What a tried code is compared with. */
    public record CodeTry(String codeHash, int triesLeft, String customerId) {
        @Override
        public String toString() {
            return "CodeTry[" + triesLeft + "]";
        }
    }

    public void insert(String browserHash, String bankId, String ticketHash, int codeTries, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO phone_login (browser_hash, bank_id, ticket_hash, status, code_tries, expires_at)
                        VALUES (:browser, :bankId, :ticket, 'waiting', :tries, :expiresAt)
                        """)
                .bind("browser", browserHash)
                .bind("bankId", bankId)
                .bind("ticket", ticketHash)
                .bind("tries", codeTries)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    public Optional<PhoneLogin> find(String browserHash, String bankId) {
        return handle.createQuery("SELECT * FROM phone_login WHERE browser_hash = :browser AND bank_id = :bankId")
                .bind("browser", browserHash)
                .bind("bankId", bankId)
                .map((row, context) -> new PhoneLogin(
                        Status.fromCode(row.getString("status")),
                        row.getString("reason"),
                        row.getString("customer_id"),
                        Instant.ofEpochMilli(row.getLong("expires_at"))))
                .findOne();
    }

    /**
     * Uses a ticket up for a session.
     *
     * @return the hash of the browser that asked; empty if the ticket is unknown, used or too old
     */
    public Optional<String> useTicket(
            String bankId, String ticketHash, String sessionId, Instant now, Instant expiresAt) {
        return handle.createQuery("""
                        UPDATE phone_login SET status = 'opened', session_id = :sessionId, expires_at = :expiresAt
                        WHERE ticket_hash = :ticket AND bank_id = :bankId AND status = 'waiting' AND expires_at > :now
                        RETURNING browser_hash
                        """)
                .bind("sessionId", sessionId)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .bind("ticket", ticketHash)
                .bind("bankId", bankId)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    /** The phone was allowed in; false if the browser has given the login up meanwhile. */
    public boolean allow(String browserHash, String customerId, Instant expiresAt) {
        return handle.createUpdate("""
                        UPDATE phone_login SET status = 'allowed', customer_id = :customerId, expires_at = :expiresAt
                        WHERE browser_hash = :browser AND status = 'opened'
                        """)
                        .bind("customerId", customerId)
                        .bind("expiresAt", expiresAt.toEpochMilli())
                        .bind("browser", browserHash)
                        .execute()
                == 1;
    }

    /** Gives up a login that is not finished; one that is over stays as it is. */
    public void end(String browserHash, String reason) {
        handle.createUpdate("""
                        UPDATE phone_login SET status = 'ended', reason = :reason, code_hash = ''
                        WHERE browser_hash = :browser AND status IN ('waiting', 'opened', 'allowed')
                        """)
                .bind("reason", reason)
                .bind("browser", browserHash)
                .execute();
    }

    /** Puts a completion code in the place of the one before; false if there is no allowed login of this session. */
    public boolean setCode(String bankId, String sessionId, String codeHash, Instant now) {
        return handle.createUpdate("""
                        UPDATE phone_login SET code_hash = :code
                        WHERE session_id = :sessionId AND bank_id = :bankId AND status = 'allowed' AND expires_at > :now
                        """)
                        .bind("code", codeHash)
                        .bind("sessionId", sessionId)
                        .bind("bankId", bankId)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Charges a try of the code before it is compared; empty if none is left or no code is good now. */
    public Optional<CodeTry> chargeCode(String browserHash, String bankId, Instant now) {
        return handle.createQuery("""
                        UPDATE phone_login SET code_tries = code_tries - 1
                        WHERE browser_hash = :browser AND bank_id = :bankId AND status = 'allowed' AND code_hash <> ''
                          AND code_tries > 0 AND expires_at > :now
                        RETURNING code_hash, code_tries, customer_id
                        """)
                .bind("browser", browserHash)
                .bind("bankId", bankId)
                .bind("now", now.toEpochMilli())
                .map((row, context) ->
                        new CodeTry(row.getString("code_hash"), row.getInt("code_tries"), row.getString("customer_id")))
                .findOne();
    }

    /** The code was right; it is used up with this. */
    public boolean finish(String browserHash) {
        return handle.createUpdate("""
                        UPDATE phone_login SET status = 'finished', code_hash = ''
                        WHERE browser_hash = :browser AND status = 'allowed'
                        """).bind("browser", browserHash).execute() == 1;
    }

    /** Deletes the logins that ran out before an instant. */
    public int deleteExpired(Instant before) {
        return handle.createUpdate("DELETE FROM phone_login WHERE expires_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
