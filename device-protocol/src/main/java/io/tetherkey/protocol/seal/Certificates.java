package io.tetherkey.protocol.seal;

import io.tetherkey.protocol.seal.CertificateException.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * X.509 path validation (RFC 5280 section 6, narrowed): strict DER, at most three certificates below the root, names and
 * signatures that chain, dates, CA flags with path length, and exactly one purpose in the end-entity certificate.
 */
public final class Certificates {
    private Certificates() {}

    /**
     * Checks a chain against a pinned root.
     *
     * @param unverifiedChain the end-entity certificate first, the root left out; DER each
     * @param root the pinned root, DER
     * @throws CertificateException with the first reason found
     */
    public static VerifiedCertificate verify(
            List<byte[]> unverifiedChain, byte[] root, CertificatePurpose purpose, Instant at)
            throws CertificateException {
        try {
            return verifyPath(unverifiedChain, root, purpose, at);
        } catch (RuntimeException e) {
            // Bouncy Castle reads some fields only when they are asked for, and then throws unchecked.
            throw new CertificateException(Reason.MALFORMED, "certificate holds a malformed field");
        }
    }

    private static VerifiedCertificate verifyPath(
            List<byte[]> unverifiedChain, byte[] root, CertificatePurpose purpose, Instant at)
            throws CertificateException {
        if (unverifiedChain.isEmpty() || unverifiedChain.size() > CoseSign1.MOST_CERTIFICATES) {
            throw new CertificateException(Reason.MALFORMED, "chain of " + unverifiedChain.size() + " certificates");
        }
        List<X509CertificateHolder> path = new ArrayList<>();
        for (byte[] der : unverifiedChain) {
            path.add(parse(der));
        }
        path.add(parse(root));
        for (int i = 0; i < path.size(); i++) {
            var issuer = path.get(Math.min(i + 1, path.size() - 1));
            requireIssued(path.get(i), issuer);
            requireInDate(path.get(i), at);
            if (i > 0) {
                requireAuthority(path.get(i), i - 1);
            }
        }
        var leaf = path.getFirst();
        requirePurpose(leaf, purpose);
        return verified(unverifiedChain.getFirst(), leaf);
    }

    /**
     * The public key of a certificate that is trusted for other reasons, such as a pinned root.
     *
     * @throws CertificateException MALFORMED if it is not strict DER
     */
    public static byte[] spki(byte[] der) throws CertificateException {
        return encoded(parse(der).getSubjectPublicKeyInfo());
    }

    /**
     * The end of validity, without any check.
     *
     * @throws CertificateException MALFORMED if it is not strict DER
     */
    public static Instant notAfter(byte[] der) throws CertificateException {
        return parse(der).getNotAfter().toInstant();
    }

    private static X509CertificateHolder parse(byte[] der) throws CertificateException {
        try {
            var holder = new X509CertificateHolder(der);
            if (der.length <= CoseSign1.MOST_CERTIFICATE
                    && Arrays.equals(holder.toASN1Structure().getEncoded(ASN1Encoding.DER), der)) {
                return holder;
            }
        } catch (IOException | RuntimeException e) {
            throw new CertificateException(Reason.MALFORMED, "not a certificate");
        }
        throw new CertificateException(Reason.MALFORMED, "certificate is not strict DER or too large");
    }

    private static void requireIssued(X509CertificateHolder certificate, X509CertificateHolder issuer)
            throws CertificateException {
        var structure = certificate.toASN1Structure();
        var algorithm = certificate.getSignatureAlgorithm();
        if (!algorithm.equals(structure.getTBSCertificate().getSignature())) {
            throw new CertificateException(Reason.MALFORMED, "two signature algorithms in one certificate");
        }
        var suite = Suite.fromCertificateAlgorithm(algorithm.getAlgorithm())
                .orElseThrow(() -> new CertificateException(Reason.FOREIGN, "signature algorithm of no suite"));
        boolean holds = certificate.getIssuer().equals(issuer.getSubject())
                && suite.verifyCertificate(
                        encoded(issuer.getSubjectPublicKeyInfo()),
                        encoded(structure.getTBSCertificate()),
                        certificate.getSignature());
        if (!holds) {
            throw new CertificateException(Reason.FOREIGN, "certificate does not lead to the root");
        }
    }

    private static void requireInDate(X509CertificateHolder certificate, Instant at) throws CertificateException {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw new CertificateException(Reason.NOT_YET, "certificate is not valid yet");
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new CertificateException(Reason.EXPIRED, "certificate is not valid any more");
        }
    }

    private static void requireAuthority(X509CertificateHolder certificate, int authoritiesBelow)
            throws CertificateException {
        var constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
        boolean may = constraints != null
                && constraints.isCA()
                && (constraints.getPathLenConstraint() == null
                        || constraints.getPathLenConstraint().intValueExact() >= authoritiesBelow);
        if (!may) {
            throw new CertificateException(Reason.FOREIGN, "issuer is no authority for this path");
        }
    }

    private static void requirePurpose(X509CertificateHolder leaf, CertificatePurpose purpose)
            throws CertificateException {
        Extension extension = leaf.getExtension(Extension.extendedKeyUsage);
        if (extension == null || !extension.isCritical()) {
            throw new CertificateException(Reason.PURPOSE, "certificate names no purpose");
        }
        var usages = ExtendedKeyUsage.getInstance(extension.getParsedValue()).getUsages();
        var wanted = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose.oid()));
        if (usages.length != 1 || !usages[0].equals(wanted)) {
            throw new CertificateException(Reason.PURPOSE, "certificate is made for another purpose");
        }
    }

    private static VerifiedCertificate verified(byte[] der, X509CertificateHolder leaf) throws CertificateException {
        var names = leaf.getSubject().getRDNs(BCStyle.CN);
        if (names.length != 1) {
            throw new CertificateException(Reason.MALFORMED, "subject has not one common name");
        }
        var suite = Suite.fromCertificateAlgorithm(leaf.getSignatureAlgorithm().getAlgorithm())
                .orElseThrow();
        return new VerifiedCertificate(
                der,
                encoded(leaf.getSubjectPublicKeyInfo()),
                suite,
                IETFUtils.valueToString(names[0].getFirst().getValue()),
                leaf.getSerialNumber(),
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant());
    }

    private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) throws CertificateException {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new CertificateException(Reason.MALFORMED, "certificate cannot be encoded");
        }
    }
}
