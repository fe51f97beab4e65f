package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Issues chip certificates (RFC 5280) with the key of a bank's authority, for a kit that plays the bank. */
public final class ChipIssuer {
    /** For a phone whose clock is behind. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final int SERIAL_BYTES = 16;
    private static final X500Name SUBJECT = new X500Name("CN=conformance");

    private final Suite suite;
    private final byte[] pkcs8;
    private final X509CertificateHolder authority;
    private final List<byte[]> chain;

    private ChipIssuer(Suite suite, byte[] pkcs8, X509CertificateHolder authority, List<byte[]> chain) {
        this.suite = suite;
        this.pkcs8 = pkcs8.clone();
        this.authority = authority;
        this.chain = List.copyOf(chain);
    }

    /**
     * The issuer with this key.
     *
     * @param pkcs8 the authority's private key
     * @param chain the authority's certificate first, the root last; DER each
     * @return empty if the first certificate is not an authority's of a known suite
     */
    public static Optional<ChipIssuer> of(byte[] pkcs8, List<byte[]> chain) {
        try {
            var authority = new X509CertificateHolder(chain.getFirst());
            var constraints = BasicConstraints.fromExtensions(authority.getExtensions());
            if (constraints == null || !constraints.isCA()) {
                return Optional.empty();
            }
            return Suite.fromCertificateAlgorithm(
                            authority.getSignatureAlgorithm().getAlgorithm())
                    .map(suite -> new ChipIssuer(suite, pkcs8, authority, chain));
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reads some fields only when they are asked for, and then throws unchecked.
            return Optional.empty();
        }
    }

    /** The root that the certificates lead to, DER. */
    public byte[] root() {
        return chain.getLast().clone();
    }

    /**
     * A certificate for a chip's key.
     *
     * @param spki the key, DER SubjectPublicKeyInfo
     * @param until the end of validity, to the second
     * @return the new certificate first, the root left out; DER each
     */
    public List<byte[]> issue(byte[] spki, Instant now, Instant until, RandomSource random) {
        try {
            var usage = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(CertificatePurpose.CHIP.oid()));
            var builder = new X509v3CertificateBuilder(
                            authority.getSubject(),
                            new BigInteger(1, random.bytes(SERIAL_BYTES)),
                            Date.from(now.minus(CLOCK_SKEW)),
                            Date.from(until),
                            SUBJECT,
                            SubjectPublicKeyInfo.getInstance(spki))
                    .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(usage));
            List<byte[]> issued = new ArrayList<>();
            issued.add(builder.build(new SuiteContentSigner(suite, pkcs8.clone()))
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER));
            issued.addAll(chain.subList(0, chain.size() - 1));
            return issued;
        } catch (IOException e) {
            throw new IllegalStateException("a certificate cannot be encoded", e);
        }
    }
}
