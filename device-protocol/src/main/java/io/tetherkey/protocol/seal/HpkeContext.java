package io.tetherkey.protocol.seal;

/**
 * The result of a key schedule (RFC 9180 section 5.2 and 5.3). It is stateless: the caller gives the sequence number
 * and never gives one twice.
 */
final class HpkeContext {
    private final Hpke hpke;
    private final byte[] key;
    private final byte[] baseNonce;
    private final byte[] exporterSecret;

    HpkeContext(Hpke hpke, byte[] key, byte[] baseNonce, byte[] exporterSecret) {
        this.hpke = hpke;
        this.key = key;
        this.baseNonce = baseNonce;
        this.exporterSecret = exporterSecret;
    }

    byte[] seal(long sequence, byte[] aad, byte[] plaintext) {
        return hpke.aead().seal(key, nonce(baseNonce, sequence), aad, plaintext);
    }

    byte[] open(long sequence, byte[] aad, byte[] ciphertext) throws SealException {
        return hpke.aead().open(key, nonce(baseNonce, sequence), aad, ciphertext);
    }

    /** Context.Export. */
    byte[] export(byte[] exporterContext, int length) {
        return hpke.kdf().labeledExpand(hpke.suiteId(), exporterSecret, "sec", exporterContext, length);
    }

    byte[] key() {
        return key.clone();
    }

    byte[] baseNonce() {
        return baseNonce.clone();
    }

    byte[] exporterSecret() {
        return exporterSecret.clone();
    }

    /** ComputeNonce: the base nonce xor the sequence number, big-endian, aligned at the end. */
    static byte[] nonce(byte[] base, long sequence) {
        byte[] nonce = base.clone();
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[nonce.length - 1 - i] ^= (byte) (sequence >>> (8 * i));
        }
        return nonce;
    }
}
