package io.tetherkey.protocol.seal;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519 (RFC 7748); an all-zero shared value is refused. */
final class X25519Group implements DhGroup {
    private static final int LENGTH = 32;

    @Override
    public int publicKeyLength() {
        return LENGTH;
    }

    @Override
    public KemKeyPair generate(RandomSource random) {
        byte[] privateKey = random.bytes(LENGTH);
        byte[] publicKey = new byte[LENGTH];
        X25519.scalarMultBase(privateKey, 0, publicKey, 0);
        return new KemKeyPair(privateKey, publicKey);
    }

    @Override
    public byte[] agree(byte[] privateKey, byte[] publicKey) throws SealException {
        byte[] shared = new byte[LENGTH];
        try {
            if (publicKey.length != LENGTH || !X25519.calculateAgreement(privateKey, 0, publicKey, 0, shared, 0)) {
                throw new SealException("X25519 key is malformed or of low order");
            }
            return shared;
        } finally {
            Arrays.fill(privateKey, (byte) 0);
        }
    }
}
