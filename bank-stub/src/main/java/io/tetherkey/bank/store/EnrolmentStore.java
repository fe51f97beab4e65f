package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Enrolment sessions between two messages; claimed, saved and ended as those of {@link SessionStore}. */
public final class EnrolmentStore {

    private static final int NONE = -1;

    private final Handle handle;

    EnrolmentStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * A session.
     *
     * @param sessionId 32 hex digits
     * @param purpose {@code new} or {@code renewal}
     * @param customerId whose chip it is, empty before the request was judged
     * @param fingerprint of the certificate that was issued, empty before
     * @param state of the bank's end, empty once refused
     * @param refusal the code of the fault that ended it, else empty
     * @param refusalLeft the tries of the activation code that the refusal told of
     * @param version grows with each change
     */
    public record StoredEnrolment(
            String sessionId,
            String bankId,
            String purpose,
            String customerId,
            String fingerprint,
            byte[] state,
            String refusal,
            OptionalInt refusalLeft,
            long version,
            Instant expiresAt) {
        @Override
        public String toString() {
            return "StoredEnrolment[" + sessionId.substring(0, 8) + ", version " + version + "]";
        }
    }

    public void insert(String sessionId, String bankId, String purpose, byte[] state, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO enrolment_session
                            (session_id, bank_id, purpose, customer_id, fingerprint, state, refusal, refusal_left,
                             version, expires_at)
                        VALUES (:sessionId, :bankId, :purpose, '', '', :state, '', :none, 1, :expiresAt)
                        """)
                .bind("sessionId", sessionId)
                .bind("bankId", bankId)
                .bind("purpose", purpose)
                .bind("state", state)
                .bind("none", NONE)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    public Optional<StoredEnrolment> find(String sessionId) {
        return handle.createQuery("SELECT * FROM enrolment_session WHERE session_id = :sessionId")
                .bind("sessionId", sessionId)
                .map((row, context) -> new StoredEnrolment(
                        row.getString("session_id"),
                        row.getString("bank_id"),
                        row.getString("purpose"),
                        row.getString("customer_id"),
                        row.getString("fingerprint"),
                        row.getBytes("state"),
                        row.getString("refusal"),
                        left(row.getInt("refusal_left")),
                        row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("expires_at"))))
                .findOne();
    }

    private static OptionalInt left(int stored) {
        return stored == NONE ? OptionalInt.empty() : OptionalInt.of(stored);
    }

    /** Takes the session for this transaction; false if it was changed since it was read. */
    public boolean claim(StoredEnrolment read) {
        return handle.createUpdate("""
                        UPDATE enrolment_session SET version = version + 1
                        WHERE session_id = :sessionId AND version = :version
                        """)
                        .bind("sessionId", read.sessionId())
                        .bind("version", read.version())
                        .execute()
                == 1;
    }

    /** Writes the next state of a claimed session. */
    public void save(String sessionId, String customerId, String fingerprint, byte[] state) {
        handle.createUpdate("""
                        UPDATE enrolment_session
                        SET customer_id = :customerId, fingerprint = :fingerprint, state = :state
                        WHERE session_id = :sessionId
                        """)
                .bind("customerId", customerId)
                .bind("fingerprint", fingerprint)
                .bind("state", state)
                .bind("sessionId", sessionId)
                .execute();
    }

    /** Ends a claimed session and erases its keys. */
    public void refuse(String sessionId, String faultCode, OptionalInt triesLeft) {
        handle.createUpdate("""
                        UPDATE enrolment_session SET state = :none, refusal = :fault, refusal_left = :left
                        WHERE session_id = :sessionId
                        """)
                .bind("none", new byte[0])
                .bind("fault", faultCode)
                .bind("left", triesLeft.orElse(NONE))
                .bind("sessionId", sessionId)
                .execute();
    }

    /** Deletes the sessions that ran out before an instant. */
    public int deleteExpired(Instant before) {
        return handle.createUpdate("DELETE FROM enrolment_session WHERE expires_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
