package io.tetherkey.protocol.seal;

import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/** X-Wing: ML-KEM-768 and X25519 as one KEM (draft-connolly-cfrg-xwing-kem), KEM id 0x647A. */
final class XWingKem implements Kem {
    private static final int SEED = 32;
    private static final int PUBLIC_KEY = 1_216;
    private static final int ENCAPSULATION = 1_120;

    @Override
    public int id() {
        return 0x647A;
    }

    @Override
    public int publicKeyLength() {
        return PUBLIC_KEY;
    }

    @Override
    public int encapsulationLength() {
        return ENCAPSULATION;
    }

    @Override
    public KemKeyPair generate(RandomSource random) {
        byte[] seed = random.bytes(SEED);
        return new KemKeyPair(
                seed,
                new XWingPrivateKeyParameters(seed).getPublicKeyParameters().getEncoded());
    }

    @Override
    public Encapsulation encapsulate(byte[] publicKey, RandomSource random) throws SealException {
        if (publicKey.length != PUBLIC_KEY) {
            throw new SealException("X-Wing key is malformed");
        }
        try {
            var result = new XWingKEMGenerator(new InjectedRandom(random))
                    .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
            return new Encapsulation(result.getSecret(), result.getEncapsulation());
        } catch (RuntimeException e) {
            throw new SealException("X-Wing key does not hold");
        }
    }

    @Override
    public byte[] decapsulate(KemKeyPair own, byte[] encapsulation) throws SealException {
        if (encapsulation.length != ENCAPSULATION) {
            throw new SealException("X-Wing encapsulation is malformed");
        }
        try {
            return new XWingKEMExtractor(new XWingPrivateKeyParameters(own.privateKey())).extractSecret(encapsulation);
        } catch (RuntimeException e) {
            throw new SealException("X-Wing encapsulation does not hold");
        }
    }
}
