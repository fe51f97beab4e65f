package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** A root for tests that signs end-entity certificates of one suite directly. */
public final class TestAuthority {
    /** Validity of everything that is issued here, one day either way. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Suite suite;
    private final String name;
    private final RandomSource random;
    private final KeyPairBytes keys;
    private final byte[] root;
    private long serial = 1;

    public TestAuthority(String name) {
        this(name, Suite.CLASSIC);
    }

    public TestAuthority(String name, Suite suite) {
        this(name, suite, RandomSource.secure());
    }

    /** One whose keys and certificates are the same on every run if the source is. */
    public TestAuthority(String name, Suite suite, RandomSource random) {
        this.suite = suite;
        this.name = name;
        this.random = random;
        this.keys = suite.generateKeyPair(random);
        this.root = certificate(name, keys.spki(), null, NOW.plus(Duration.ofDays(1)));
    }

    public byte[] root() {
        return root.clone();
    }

    /** A fresh key with a certificate for the purpose. */
    public Signer issue(String commonName, CertificatePurpose purpose) {
        return issue(commonName, purpose, NOW.plus(Duration.ofDays(1)));
    }

    public Signer issue(String commonName, CertificatePurpose purpose, Instant notAfter) {
        var pair = suite.generateKeyPair(random);
        byte[] certificate = certificate(commonName, pair.spki(), purpose, notAfter);
        return suite.signer(pair.pkcs8(), List.of(certificate));
    }

    /** Issues chip certificates as a kit does that plays the bank. */
    public ChipIssuer chipIssuer() {
        return ChipIssuer.of(keys.pkcs8(), List.of(root)).orElseThrow();
    }

    /** A certificate for somebody else's key. */
    public byte[] certify(String commonName, byte[] spki, CertificatePurpose purpose) {
        return certificate(commonName, spki, purpose, NOW.plus(Duration.ofDays(1)));
    }

    /** The same until another time. */
    public byte[] certify(String commonName, byte[] spki, CertificatePurpose purpose, Instant notAfter) {
        return certificate(commonName, spki, purpose, notAfter);
    }

    private byte[] certificate(
            String subject,
            byte[] spki,
            @org.jspecify.annotations.Nullable CertificatePurpose purpose,
            Instant notAfter) {
        try {
            var builder = new X509v3CertificateBuilder(
                    new X500Name("CN=" + name),
                    BigInteger.valueOf(serial++),
                    Date.from(NOW.minus(Duration.ofDays(1))),
                    Date.from(notAfter),
                    new X500Name("CN=" + subject),
                    SubjectPublicKeyInfo.getInstance(spki));
            if (purpose == null) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(2));
            } else {
                var usage = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose.oid()));
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(usage));
            }
            return builder.build(new SuiteContentSigner(suite, keys.pkcs8()))
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
