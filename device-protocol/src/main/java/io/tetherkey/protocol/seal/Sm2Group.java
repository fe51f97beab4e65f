package io.tetherkey.protocol.seal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** Diffie–Hellman on sm2p256v1: points travel uncompressed, the shared value is the x coordinate. */
final class Sm2Group implements DhGroup {
    private static final int POINT = 1 + 2 * Sm2Curve.WIDTH;
    private static final byte UNCOMPRESSED = 4;

    @Override
    public int publicKeyLength() {
        return POINT;
    }

    @Override
    public KemKeyPair generate(RandomSource random) {
        BigInteger scalar = Sm2Curve.scalar(random);
        byte[] publicKey = Sm2Curve.DOMAIN.getG().multiply(scalar).normalize().getEncoded(false);
        return new KemKeyPair(BigIntegers.asUnsignedByteArray(Sm2Curve.WIDTH, scalar), publicKey);
    }

    /** The cofactor is 1, so a point on the curve that is not infinity is of full order. */
    @Override
    public byte[] agree(byte[] privateKey, byte[] publicKey) throws SealException {
        try {
            if (publicKey.length != POINT || publicKey[0] != UNCOMPRESSED) {
                throw new SealException("SM2 point is malformed");
            }
            ECPoint point = Sm2Curve.DOMAIN.validatePublicPoint(
                    Sm2Curve.DOMAIN.getCurve().decodePoint(publicKey));
            ECPoint shared = point.multiply(new BigInteger(1, privateKey)).normalize();
            return BigIntegers.asUnsignedByteArray(
                    Sm2Curve.WIDTH, shared.getAffineXCoord().toBigInteger());
        } catch (IllegalArgumentException e) {
            throw new SealException("SM2 point is not on the curve");
        } finally {
            Arrays.fill(privateKey, (byte) 0);
        }
    }
}
