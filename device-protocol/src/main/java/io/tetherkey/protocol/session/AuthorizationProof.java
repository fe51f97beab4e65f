package io.tetherkey.protocol.session;

import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.Suite;
import java.security.MessageDigest;

/**
 * What the chip signed about a payment. Signature, transcript and payment were checked when this was made; the MAC is
 * checked by {@link #matches}.
 */
public final class AuthorizationProof {
    private final Suite suite;
    private final byte[] transcriptHash;
    private final Evidence evidence;
    private final byte[] claimedMac;

    AuthorizationProof(Suite suite, byte[] transcriptHash, Evidence evidence, byte[] claimedMac) {
        this.suite = suite;
        this.transcriptHash = transcriptHash;
        this.evidence = evidence;
        this.claimedMac = claimedMac;
    }

    /**
     * Whether whoever signed also holds the response key.
     *
     * @param responseKey 32 bytes
     */
    public boolean matches(byte[] responseKey) {
        byte[] key = Transcript.authorizationKey(responseKey, transcriptHash);
        return MessageDigest.isEqual(suite.mac(key, Transcript.authorizationInput(evidence.whole())), claimedMac);
    }

    public Decision decision() {
        return evidence.facts().decision();
    }

    public PaymentRequest request() {
        return evidence.facts().request();
    }

    /** The road that the session took, in the chip's signed word. */
    public Path path() {
        return evidence.facts().path();
    }

    /** The slot's signature counter, from 1. */
    public long counter() {
        return evidence.facts().counter();
    }

    /** SHA-256 of the slot's evidence before, 32 bytes. */
    public byte[] previousHash() {
        return evidence.facts().previousHash();
    }

    /** The whole COSE_Sign1. */
    public byte[] evidence() {
        return evidence.whole();
    }

    /** SHA-256 of {@link #evidence()}, 32 bytes. */
    public byte[] evidenceHash() {
        return evidence.hash();
    }
}
