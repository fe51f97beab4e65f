package io.tetherkey.bank.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** Issues certificates and revocation lists with one key (RFC 5280). Thread-safe. */
public final class CertificateAuthority {

    /** A certificate is valid from a little before its issue, for peers whose clocks are behind. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Duration CRL_VALIDITY = Duration.ofDays(7);
    private static final int SERIAL_BITS = 127;

    private final Credential credential;
    private final KeyAlgorithm algorithm;
    private final Clock clock;
    private final SecureRandom random;

    /** An authority that signs with {@code credential}, whose leaf is a ROOT or an ISSUING certificate. */
    public CertificateAuthority(Credential credential, KeyAlgorithm algorithm, Clock clock, SecureRandom random) {
        this.credential = credential;
        this.algorithm = algorithm;
        this.clock = clock;
        this.random = random;
    }

    /** Makes a new key and a self-signed root named {@code subject} (RFC 4514 form). */
    public static CertificateAuthority createRoot(
            String subject, KeyAlgorithm algorithm, Clock clock, SecureRandom random) {
        var pair = algorithm.generate(random);
        var name = new X500Name(subject);
        var certificate =
                sign(name, name, pair.getPublic(), CertificateProfile.ROOT, List.of(), pair, algorithm, clock, random);
        return new CertificateAuthority(
                new Credential(pair.getPrivate(), List.of(certificate)), algorithm, clock, random);
    }

    /** The key and chain of this authority. */
    public Credential credential() {
        return credential;
    }

    /** Makes a new key and a certificate for it; the chain of the answer ends in the root. */
    public Credential issueWithNewKey(String subject, CertificateProfile profile, List<String> hosts) {
        var pair = algorithm.generate(random);
        return new Credential(pair.getPrivate(), chain(issue(subject, pair.getPublic(), profile, hosts)));
    }

    /**
     * Issues a certificate for a key that somebody else holds.
     *
     * @param subject RFC 4514 form, e.g. {@code CN=Lotus Tea House,O=TetherKey DEMO}
     * @param hosts DNS names and IP addresses for the subject alternative name; may be empty
     */
    public X509Certificate issue(String subject, PublicKey key, CertificateProfile profile, List<String> hosts) {
        var issuer =
                X500Name.getInstance(credential.leaf().getSubjectX500Principal().getEncoded());
        var own = new KeyPair(credential.leaf().getPublicKey(), credential.key());
        return sign(issuer, new X500Name(subject), key, profile, hosts, own, algorithm, clock, random);
    }

    /** The same for a key given as SubjectPublicKeyInfo, DER. */
    public X509Certificate issue(String subject, byte[] spki, CertificateProfile profile) {
        return issue(subject, algorithm.publicKey(spki), profile, List.of());
    }

    /** A new authority below this one, with a key of its own. */
    public CertificateAuthority issueAuthority(String subject) {
        return new CertificateAuthority(
                issueWithNewKey(subject, CertificateProfile.ISSUING, List.of()), algorithm, clock, random);
    }

    /** The chain of a certificate that this authority issued, itself first, the root last. */
    public List<X509Certificate> chain(X509Certificate issued) {
        var chain = new ArrayList<X509Certificate>();
        chain.add(issued);
        chain.addAll(credential.chain());
        return List.copyOf(chain);
    }

    /** A certificate that is taken back. */
    public record Revocation(BigInteger serial, Instant at, RevocationReason reason) {}

    /** Why a certificate is taken back (RFC 5280 §5.3.1). */
    public enum RevocationReason {
        /** Another certificate of the same customer took its place. */
        SUPERSEDED(CRLReason.superseded),
        WITHDRAWN(CRLReason.privilegeWithdrawn);

        private final int code;

        RevocationReason(int code) {
            this.code = code;
        }
    }

    /** The signed revocation list of this authority, valid for seven days. */
    public X509CRL revocationList(Collection<Revocation> revocations) {
        try {
            var now = clock.instant();
            var builder = new JcaX509v2CRLBuilder(credential.leaf(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(CRL_VALIDITY)));
            for (var each : revocations) {
                builder.addCRLEntry(each.serial(), Date.from(each.at()), each.reason().code);
            }
            var list = builder.build(algorithm.contentSigner(credential.key().getEncoded()));
            return new JcaX509CRLConverter().setProvider(KeyAlgorithm.PROVIDER).getCRL(list);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authority cannot sign a revocation list", e);
        }
    }

    private static X509Certificate sign(
            X500Name issuer,
            X500Name subject,
            PublicKey key,
            CertificateProfile profile,
            List<String> hosts,
            KeyPair issuerKeys,
            KeyAlgorithm algorithm,
            Clock clock,
            SecureRandom random) {
        try {
            var now = clock.instant();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                    Date.from(now.minus(CLOCK_SKEW)),
                    Date.from(now.plus(profile.validity())),
                    subject,
                    key);
            addExtensions(builder, profile, key, issuerKeys.getPublic(), hosts);
            var encoded = builder.build(
                    algorithm.contentSigner(issuerKeys.getPrivate().getEncoded()));
            return new JcaX509CertificateConverter()
                    .setProvider(KeyAlgorithm.PROVIDER)
                    .getCertificate(encoded);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The authority cannot issue a certificate", e);
        }
    }

    private static void addExtensions(
            X509v3CertificateBuilder builder,
            CertificateProfile profile,
            PublicKey key,
            PublicKey issuerKey,
            List<String> hosts)
            throws GeneralSecurityException, IOException {
        var ids = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuerKey));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
        var path = profile.pathLength();
        builder.addExtension(
                Extension.basicConstraints,
                true,
                path.isPresent() ? new BasicConstraints(path.getAsInt()) : new BasicConstraints(false));
        if (profile.purpose().isPresent()) {
            var usage = new ExtendedKeyUsage(profile.purpose().orElseThrow());
            builder.addExtension(Extension.extendedKeyUsage, true, usage);
        }
        if (!hosts.isEmpty()) {
            var names = hosts.stream().map(CertificateAuthority::generalName).toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }

    private static GeneralName generalName(String host) {
        var address = host.chars().allMatch(c -> c == '.' || c == ':' || Character.digit(c, 16) >= 0);
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
