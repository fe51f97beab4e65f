package io.tetherkey.protocol.seal;

/** DHKEM of RFC 9180 section 4.1 over a group and an HKDF; the shared secret has 32 bytes. */
final class DhKem implements Kem {
    private static final int SECRET = 32;

    private final int id;
    private final DhGroup group;
    private final Hkdf kdf;
    private final byte[] suiteId;

    DhKem(int id, DhGroup group, Hkdf kdf) {
        this.id = id;
        this.group = group;
        this.kdf = kdf;
        this.suiteId = Octets.concat(Octets.ascii("KEM"), Octets.uint16(id));
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public int publicKeyLength() {
        return group.publicKeyLength();
    }

    @Override
    public int encapsulationLength() {
        return group.publicKeyLength();
    }

    @Override
    public KemKeyPair generate(RandomSource random) {
        return group.generate(random);
    }

    @Override
    public Encapsulation encapsulate(byte[] publicKey, RandomSource random) throws SealException {
        KemKeyPair ephemeral = group.generate(random);
        byte[] dh = group.agree(ephemeral.privateKey(), publicKey);
        byte[] enc = ephemeral.publicKey();
        return new Encapsulation(extractAndExpand(dh, Octets.concat(enc, publicKey)), enc);
    }

    @Override
    public byte[] decapsulate(KemKeyPair own, byte[] encapsulation) throws SealException {
        byte[] dh = group.agree(own.privateKey(), encapsulation);
        return extractAndExpand(dh, Octets.concat(encapsulation, own.publicKey()));
    }

    private byte[] extractAndExpand(byte[] dh, byte[] context) {
        byte[] prk = kdf.labeledExtract(suiteId, new byte[0], "eae_prk", dh);
        return kdf.labeledExpand(suiteId, prk, "shared_secret", context, SECRET);
    }
}
