package io.tetherkey.protocol.seal;

import java.math.BigInteger;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/** The curve sm2p256v1 (GB/T 32918.5). */
final class Sm2Curve {
    /** Bytes of a coordinate and of a scalar. */
    static final int WIDTH = 32;

    static final ECNamedDomainParameters DOMAIN = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    private Sm2Curve() {}

    /** A scalar from 1 to n−2 by rejection. */
    static BigInteger scalar(RandomSource random) {
        BigInteger most = DOMAIN.getN().subtract(BigInteger.TWO);
        while (true) {
            var candidate = new BigInteger(1, random.bytes(WIDTH));
            if (candidate.signum() > 0 && candidate.compareTo(most) <= 0) {
                return candidate;
            }
        }
    }
}
