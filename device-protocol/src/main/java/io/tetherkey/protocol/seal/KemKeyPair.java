package io.tetherkey.protocol.seal;

/**
 * A KEM key pair in the serialised forms of RFC 9180 section 7.1. {@link #privateKey()} is the one accessor to the
 * private key.
 */
public record KemKeyPair(byte[] privateKey, byte[] publicKey) {
    public KemKeyPair {
        privateKey = privateKey.clone();
        publicKey = publicKey.clone();
    }

    @Override
    public byte[] privateKey() {
        return privateKey.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public String toString() {
        return "KemKeyPair[private]";
    }
}
