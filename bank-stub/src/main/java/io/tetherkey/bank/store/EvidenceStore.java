package io.tetherkey.bank.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of the evidence log; {@code evidence.EvidenceLog} chains them. Rows are added, never changed. */
public final class EvidenceStore {

    private final Handle handle;

    EvidenceStore(Handle handle) {
        this.handle = handle;
    }

    /** The last entry's place and hash, or 0 and nothing. */
    public record Head(long sequence, byte[] hash) {}

    /** One entry. */
    public record Entry(
            long sequence,
            Instant recordedAt,
            String sessionId,
            String kind,
            byte[] contents,
            byte[] previousHash,
            byte[] hash) {}

    /** The head of a bank's log, locked until the transaction ends. */
    public Head claimHead(String bankId) {
        handle.createUpdate("""
                        INSERT INTO evidence_head (bank_id, sequence, hash) VALUES (:bankId, 0, :none)
                        ON CONFLICT (bank_id) DO NOTHING
                        """)
                .bind("bankId", bankId)
                .bind("none", new byte[32])
                .execute();
        return handle.createQuery(
                        "UPDATE evidence_head SET sequence = sequence WHERE bank_id = :bankId RETURNING sequence, hash")
                .bind("bankId", bankId)
                .map((row, context) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
                .one();
    }

    /** Adds an entry behind the head and moves the head. */
    public void append(String bankId, Entry entry) {
        handle.createUpdate("""
                        INSERT INTO evidence_entry
                            (bank_id, sequence, recorded_at, session_id, kind, contents, previous_hash, hash)
                        VALUES (:bankId, :sequence, :at, :sessionId, :kind, :contents, :previous, :hash)
                        """)
                .bind("bankId", bankId)
                .bind("sequence", entry.sequence())
                .bind("at", entry.recordedAt().toEpochMilli())
                .bind("sessionId", entry.sessionId())
                .bind("kind", entry.kind())
                .bind("contents", entry.contents())
                .bind("previous", entry.previousHash())
                .bind("hash", entry.hash())
                .execute();
        handle.createUpdate("UPDATE evidence_head SET sequence = :sequence, hash = :hash WHERE bank_id = :bankId")
                .bind("sequence", entry.sequence())
                .bind("hash", entry.hash())
                .bind("bankId", bankId)
                .execute();
    }

    /** The whole log of a bank, in order. */
    public List<Entry> entries(String bankId) {
        return handle.createQuery("SELECT * FROM evidence_entry WHERE bank_id = :bankId ORDER BY sequence")
                .bind("bankId", bankId)
                .map((row, context) -> new Entry(
                        row.getLong("sequence"),
                        Instant.ofEpochMilli(row.getLong("recorded_at")),
                        row.getString("session_id"),
                        row.getString("kind"),
                        row.getBytes("contents"),
                        row.getBytes("previous_hash"),
                        row.getBytes("hash")))
                .list();
    }
}
