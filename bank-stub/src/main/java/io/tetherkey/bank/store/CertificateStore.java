package io.tetherkey.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The certificates of chips, by the SHA-256 of their DER. */
public final class CertificateStore {

    private final Handle handle;

    CertificateStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * An issued certificate as the bank keeps it.
     *
     * @param fingerprint SHA-256 of the DER, hex
     * @param serial the serial number in hex
     * @param attemptsLeft 0 to 10
     * @param passwordBlockedUntil no password is checked before
     * @param predecessor the fingerprint of the certificate that this one renews, else empty
     */
    public record ChipCertificate(
            String fingerprint,
            String bankId,
            String customerId,
            String serial,
            CertificateStatus status,
            Instant statusAt,
            int attemptsLeft,
            Instant passwordBlockedUntil,
            String predecessor) {}

    /** A certificate with its DER. */
    public record Held(ChipCertificate certificate, byte[] der) {
        public Held {
            der = der.clone();
        }

        @Override
        public byte[] der() {
            return der.clone();
        }
    }

    /** Adds a certificate that is not usable before {@link #activate}. */
    public void insertPending(
            String fingerprint, String bankId, String customerId, String serial, byte[] der, Instant now) {
        insertRenewal(fingerprint, bankId, customerId, serial, der, "", now);
    }

    /** Adds a certificate that is not usable before {@link CertificateSuccession#renew}. */
    public void insertRenewal(
            String fingerprint,
            String bankId,
            String customerId,
            String serial,
            byte[] der,
            String predecessor,
            Instant now) {
        handle.createUpdate("""
                        INSERT INTO chip_certificate
                            (fingerprint, bank_id, customer_id, serial, certificate, response_key, status, status_at,
                             attempts_left, predecessor)
                        VALUES (:fingerprint, :bankId, :customerId, :serial, :der, :none, 'pending', :now, 10,
                                :predecessor)
                        """)
                .bind("fingerprint", fingerprint)
                .bind("bankId", bankId)
                .bind("customerId", customerId)
                .bind("serial", serial)
                .bind("der", der)
                .bind("none", new byte[0])
                .bind("now", now.toEpochMilli())
                .bind("predecessor", predecessor)
                .execute();
    }

    /** Stores the response key of 32 bytes; false unless the certificate was pending and renews none. */
    public boolean activate(String fingerprint, byte[] responseKey, Instant now) {
        return handle.createUpdate("""
                        UPDATE chip_certificate SET response_key = :key, status = 'active', status_at = :now
                        WHERE fingerprint = :fingerprint AND status = 'pending' AND predecessor = ''
                        """)
                        .bind("key", responseKey)
                        .bind("now", now.toEpochMilli())
                        .bind("fingerprint", fingerprint)
                        .execute()
                == 1;
    }

    /**
     * Takes a certificate back for good, with a renewal of it that waits, and erases its response key; false if it was
     * not in use.
     */
    public boolean revoke(String fingerprint, Instant now) {
        return handle.createUpdate("""
                        UPDATE chip_certificate SET status = 'revoked', status_at = :now, response_key = :none
                        WHERE fingerprint = :fingerprint AND status IN ('pending', 'active')
                           OR predecessor = :fingerprint AND status = 'pending'
                        """)
                        .bind("none", new byte[0])
                        .bind("now", now.toEpochMilli())
                        .bind("fingerprint", fingerprint)
                        .execute()
                > 0;
    }

    /** Takes back what was issued before an instant and never got its payment key. */
    public int revokeAbandoned(Instant before, Instant now) {
        return handle.createUpdate("""
                        UPDATE chip_certificate SET status = 'revoked', status_at = :now
                        WHERE status = 'pending' AND predecessor = '' AND status_at < :before
                          AND fingerprint NOT IN (SELECT fingerprint FROM enrolment_session)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /** All that a customer ever had, the newest change first. */
    public List<Held> ofCustomer(String customerId) {
        return handle.createQuery("""
                        SELECT * FROM chip_certificate WHERE customer_id = :customerId
                        ORDER BY status_at DESC, fingerprint
                        """)
                .bind("customerId", customerId)
                .map((row, context) -> new Held(read(row), row.getBytes("certificate")))
                .list();
    }

    public Optional<ChipCertificate> find(String fingerprint) {
        return handle.createQuery("SELECT * FROM chip_certificate WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The certificate that a customer pays with, empty if none is active. */
    public Optional<ChipCertificate> activeOf(String customerId) {
        return handle.createQuery("""
                        SELECT * FROM chip_certificate WHERE customer_id = :customerId AND status = 'active'
                        ORDER BY status_at DESC LIMIT 1
                        """)
                .bind("customerId", customerId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The secret that chip and bank share, 32 bytes; the caller zeroes it. Empty unless the certificate is active. */
    public Optional<byte[]> responseKey(String fingerprint) {
        return handle.createQuery(
                        "SELECT response_key FROM chip_certificate WHERE fingerprint = :fingerprint AND status = 'active'")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> row.getBytes("response_key"))
                .findOne();
    }

    /** The same, with the certificate locked until the transaction ends: two payments of one chip follow each other. */
    public Optional<byte[]> claimResponseKey(String fingerprint) {
        return handle.createQuery("""
                        UPDATE chip_certificate SET status = status WHERE fingerprint = :fingerprint AND status = 'active'
                        RETURNING response_key
                        """)
                .bind("fingerprint", fingerprint)
                .map((row, context) -> row.getBytes("response_key"))
                .findOne();
    }

    /** The certificates of a bank that a revocation list names. */
    public List<ChipCertificate> withdrawn(String bankId) {
        return handle.createQuery("""
                        SELECT * FROM chip_certificate WHERE bank_id = :bankId AND status IN ('superseded', 'revoked', 'void')
                        ORDER BY status_at, serial
                        """)
                .bind("bankId", bankId)
                .map((row, context) -> read(row))
                .list();
    }

    /** A wrong password: the {@code most}-th in a row and each after it blocks the password until an instant. */
    public void passwordWrong(String fingerprint, int most, Instant blockedUntil) {
        handle.createUpdate("""
                        UPDATE chip_certificate
                        SET wrong_passwords = wrong_passwords + 1,
                            password_blocked_until =
                                CASE WHEN wrong_passwords + 1 >= :most THEN :until ELSE password_blocked_until END
                        WHERE fingerprint = :fingerprint
                        """)
                .bind("most", most)
                .bind("until", blockedUntil.toEpochMilli())
                .bind("fingerprint", fingerprint)
                .execute();
    }

    /** A right password ends the row of wrong ones. */
    public void passwordRight(String fingerprint) {
        handle.createUpdate("UPDATE chip_certificate SET wrong_passwords = 0 WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .execute();
    }

    /** The hex form of a SHA-256 that names a certificate. */
    public static String fingerprint(byte[] sha256) {
        return HexFormat.of().formatHex(sha256);
    }

    private static ChipCertificate read(ResultSet row) throws SQLException {
        return new ChipCertificate(
                row.getString("fingerprint"),
                row.getString("bank_id"),
                row.getString("customer_id"),
                row.getString("serial"),
                CertificateStatus.fromCode(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("status_at")),
                row.getInt("attempts_left"),
                Instant.ofEpochMilli(row.getLong("password_blocked_until")),
                row.getString("predecessor"));
    }
}
