package io.tetherkey.protocol.seal;

import java.math.BigInteger;
import java.time.Instant;

/**
 * An end-entity certificate whose chain, dates and purpose were checked. Revocation is the bank's own matter.
 *
 * @param spki the public key as SubjectPublicKeyInfo, DER
 * @param commonName the subject's common name
 */
public record VerifiedCertificate(
        byte[] der,
        byte[] spki,
        Suite suite,
        String commonName,
        BigInteger serialNumber,
        Instant notBefore,
        Instant notAfter) {
    public VerifiedCertificate {
        der = der.clone();
        spki = spki.clone();
    }

    @Override
    public byte[] der() {
        return der.clone();
    }

    @Override
    public byte[] spki() {
        return spki.clone();
    }
}
