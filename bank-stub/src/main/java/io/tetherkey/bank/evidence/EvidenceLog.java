package io.tetherkey.bank.evidence;

import io.tetherkey.bank.store.EvidenceStore;
import io.tetherkey.bank.store.Stores;
import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.seal.Hashes;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Appends to a bank's evidence log within the transaction that it speaks of. Each entry holds the hash of the one
 * before, so that a change of any entry shows in every later one. No password and no key is ever given to it.
 */
public final class EvidenceLog {

    private EvidenceLog() {}

    /** Adds one entry. */
    public static void append(
            Stores stores, String bankId, String sessionId, EvidenceKind kind, byte[] contents, Instant now) {
        var head = stores.evidence().claimHead(bankId);
        long sequence = head.sequence() + 1;
        var hash = hash(head.hash(), sequence, now, sessionId, kind.code(), contents);
        stores.evidence()
                .append(
                        bankId,
                        new EvidenceStore.Entry(sequence, now, sessionId, kind.code(), contents, head.hash(), hash));
    }

    /** Whether every entry follows from the one before; true for an empty log. */
    public static boolean isIntact(Stores stores, String bankId) {
        var previous = new byte[32];
        long sequence = 0;
        for (var entry : stores.evidence().entries(bankId)) {
            sequence++;
            var hash = hash(previous, sequence, entry.recordedAt(), entry.sessionId(), entry.kind(), entry.contents());
            if (entry.sequence() != sequence
                    || !MessageDigest.isEqual(entry.previousHash(), previous)
                    || !MessageDigest.isEqual(entry.hash(), hash)) {
                return false;
            }
            previous = hash;
        }
        var head = stores.evidence().claimHead(bankId);
        return head.sequence() == sequence && MessageDigest.isEqual(head.hash(), previous);
    }

    private static byte[] hash(
            byte[] previous, long sequence, Instant at, String sessionId, String kind, byte[] contents) {
        return Hashes.sha256(new CborMapWriter()
                .put(1, previous)
                .put(2, sequence)
                .put(3, at.toEpochMilli())
                .put(4, sessionId)
                .put(5, kind)
                .put(6, Hashes.sha256(contents))
                .encode());
    }
}
