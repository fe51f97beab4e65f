package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sealed sessions between two messages. A row is changed only by who read its version, so of two requests at once one
 * goes on and the other sees what that one did. The state holds session keys until its end overwrites it; SQLite's
 * secure_delete overwrites the bytes on disk as well, while PostgreSQL keeps dead rows until VACUUM and its log longer.
 */
public final class SessionStore {

    private final Handle handle;

    SessionStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * A session.
     *
     * @param sessionId 32 hex digits
     * @param orderId of a payment, empty for a login
     * @param webSession of a login, a SHA-256 in hex, empty for a payment
     * @param fingerprint of the chip's certificate, empty before it was checked
     * @param state of {@code BankStateCodec}, empty once refused
     * @param refusal the code of the fault that ended it, else empty
     * @param version grows with each change
     */
    public record StoredSession(
            String sessionId,
            String bankId,
            String orderId,
            String webSession,
            String fingerprint,
            byte[] state,
            String refusal,
            long version,
            Instant expiresAt) {
        public boolean isLogin() {
            return !webSession.isEmpty();
        }

        @Override
        public String toString() {
            return "StoredSession[" + sessionId.substring(0, 8) + ", version " + version + "]";
        }
    }

    public void insert(String sessionId, String bankId, String orderId, byte[] state, Instant expiresAt) {
        insert(sessionId, bankId, Optional.of(orderId), "", state, expiresAt);
    }

    /** A session for a browser's login instead of an order. */
    public void insertLogin(String sessionId, String bankId, String webSession, byte[] state, Instant expiresAt) {
        insert(sessionId, bankId, Optional.empty(), webSession, state, expiresAt);
    }

    private void insert(
            String sessionId,
            String bankId,
            Optional<String> orderId,
            String webSession,
            byte[] state,
            Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO bank_session
                            (session_id, bank_id, order_id, web_session, fingerprint, state, refusal, version,
                             expires_at)
                        VALUES (:sessionId, :bankId, :orderId, :webSession, '', :state, '', 1, :expiresAt)
                        """)
                .bind("sessionId", sessionId)
                .bind("bankId", bankId)
                .bind("orderId", orderId)
                .bind("webSession", webSession)
                .bind("state", state)
                .bind("expiresAt", expiresAt.toEpochMilli())
                .execute();
    }

    public Optional<StoredSession> find(String sessionId) {
        return handle.createQuery("SELECT * FROM bank_session WHERE session_id = :sessionId")
                .bind("sessionId", sessionId)
                .map((row, context) -> new StoredSession(
                        row.getString("session_id"),
                        row.getString("bank_id"),
                        Optional.ofNullable(row.getString("order_id")).orElse(""),
                        row.getString("web_session"),
                        row.getString("fingerprint"),
                        row.getBytes("state"),
                        row.getString("refusal"),
                        row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("expires_at"))))
                .findOne();
    }

    /** Takes the session for this transaction; false if it was changed since it was read. */
    public boolean claim(StoredSession read) {
        return handle.createUpdate("""
                        UPDATE bank_session SET version = version + 1
                        WHERE session_id = :sessionId AND version = :version
                        """)
                        .bind("sessionId", read.sessionId())
                        .bind("version", read.version())
                        .execute()
                == 1;
    }

    /** Writes the next state of a claimed session. */
    public void save(String sessionId, String fingerprint, byte[] state) {
        handle.createUpdate("""
                        UPDATE bank_session SET fingerprint = :fingerprint, state = :state WHERE session_id = :sessionId
                        """)
                .bind("fingerprint", fingerprint)
                .bind("state", state)
                .bind("sessionId", sessionId)
                .execute();
    }

    /** Ends a claimed session and erases its keys. */
    public void refuse(String sessionId, String faultCode) {
        handle.createUpdate("UPDATE bank_session SET state = :none, refusal = :fault WHERE session_id = :sessionId")
                .bind("none", new byte[0])
                .bind("fault", faultCode)
                .bind("sessionId", sessionId)
                .execute();
    }

    /** Deletes the sessions that ran out before an instant. */
    public int deleteExpired(Instant before) {
        return handle.createUpdate("DELETE FROM bank_session WHERE expires_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
