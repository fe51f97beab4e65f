package io.tetherkey.protocol.seal;

/**
 * A signature key pair in its standard encodings. {@link #pkcs8()} is the one accessor to the private key.
 *
 * @param pkcs8 the private key as PKCS #8 (RFC 5958), DER
 * @param spki the public key as SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), DER
 */
public record KeyPairBytes(byte[] pkcs8, byte[] spki) {
    public KeyPairBytes {
        pkcs8 = pkcs8.clone();
        spki = spki.clone();
    }

    @Override
    public byte[] pkcs8() {
        return pkcs8.clone();
    }

    @Override
    public byte[] spki() {
        return spki.clone();
    }

    @Override
    public String toString() {
        return "KeyPairBytes[private]";
    }
}
