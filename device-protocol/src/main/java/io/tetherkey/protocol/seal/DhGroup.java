package io.tetherkey.protocol.seal;

/** A Diffie–Hellman group in the serialised forms of RFC 9180 section 7.1. */
interface DhGroup {
    /** Bytes of a public key. */
    int publicKeyLength();

    KemKeyPair generate(RandomSource random);

    /**
     * The shared value.
     *
     * @param privateKey zeroed before this returns
     * @throws SealException if the public key is malformed, not of the group, or gives no secret
     */
    byte[] agree(byte[] privateKey, byte[] publicKey) throws SealException;
}
