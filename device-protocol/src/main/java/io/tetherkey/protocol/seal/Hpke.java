package io.tetherkey.protocol.seal;

/**
 * The key schedule of RFC 9180 section 5.1, mode_base, over the parts of a suite. Bouncy Castle's own HPKE takes no
 * foreign KEM, KDF or AEAD, hence this one; tests hold it against the RFC's vectors and against Bouncy Castle.
 *
 * @param kdfId the identifier of the IANA registry "HPKE KDF Identifiers"; private use for HKDF-SM3
 */
record Hpke(Kem kem, int kdfId, Hkdf kdf, Aead aead) {
    private static final byte MODE_BASE = 0;

    /** What a sender keeps and what it sends. */
    record Sender(byte[] enc, HpkeContext context) {}

    /** SetupBaseS. */
    Sender sender(byte[] recipientPublicKey, byte[] info, RandomSource random) throws SealException {
        var encapsulation = kem.encapsulate(recipientPublicKey, random);
        return new Sender(encapsulation.enc(), schedule(encapsulation.sharedSecret(), info));
    }

    /** SetupBaseR. */
    HpkeContext recipient(KemKeyPair own, byte[] enc, byte[] info) throws SealException {
        return schedule(kem.decapsulate(own, enc), info);
    }

    /** KeySchedule with mode_base, no psk. */
    HpkeContext schedule(byte[] sharedSecret, byte[] info) {
        byte[] id = suiteId();
        byte[] none = new byte[0];
        byte[] context = Octets.concat(
                new byte[] {MODE_BASE},
                kdf.labeledExtract(id, none, "psk_id_hash", none),
                kdf.labeledExtract(id, none, "info_hash", info));
        byte[] secret = kdf.labeledExtract(id, sharedSecret, "secret", none);
        return new HpkeContext(
                this,
                kdf.labeledExpand(id, secret, "key", context, aead.keyLength()),
                kdf.labeledExpand(id, secret, "base_nonce", context, Aead.NONCE),
                kdf.labeledExpand(id, secret, "exp", context, kdf.hashLength()));
    }

    byte[] suiteId() {
        return Octets.concat(
                Octets.ascii("HPKE"), Octets.uint16(kem.id()), Octets.uint16(kdfId), Octets.uint16(aead.id()));
    }
}
