package io.tetherkey.protocol.seal;

/** A key encapsulation mechanism as RFC 9180 section 4 defines it. */
interface Kem {
    /** The KEM identifier of the IANA registry "HPKE KEM Identifiers". */
    int id();

    /** Npk in bytes. */
    int publicKeyLength();

    /** Nenc in bytes. */
    int encapsulationLength();

    /** A fresh pair in the serialised forms of RFC 9180 section 7.1. */
    KemKeyPair generate(RandomSource random);

    /** @throws SealException if the public key is malformed or gives an all-zero secret */
    Encapsulation encapsulate(byte[] publicKey, RandomSource random) throws SealException;

    /** @throws SealException if the encapsulation is malformed or gives an all-zero secret */
    byte[] decapsulate(KemKeyPair own, byte[] encapsulation) throws SealException;

    /** A shared secret and what the other side needs to find it. */
    record Encapsulation(byte[] sharedSecret, byte[] enc) {
        @Override
        public String toString() {
            return "Encapsulation[secret]";
        }
    }
}
