package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * PKCS #10 certification requests (RFC 2986) of a narrow profile: strict DER, an empty subject, for the bank names its
 * certificates, no attributes, signed by the key that they carry with a suite's algorithm.
 */
public final class CertificationRequests {
    /** Longest request in bytes. */
    public static final int MOST_REQUEST = 8_192;

    private static final X500Name NOBODY = new X500Name(new RDN[0]);

    private CertificationRequests() {}

    /**
     * Makes a request for the key of a signer.
     *
     * @param spki the signer's public key, DER SubjectPublicKeyInfo
     * @return DER
     */
    public static byte[] make(Signer signer, byte[] spki) {
        try {
            var info = new CertificationRequestInfo(NOBODY, SubjectPublicKeyInfo.getInstance(spki), new DERSet());
            byte[] signature = signer.suite().toCertificateForm(signer.sign(der(info)));
            return der(new CertificationRequest(info, algorithm(signer.suite()), new DERBitString(signature)));
        } catch (IOException e) {
            throw new IllegalStateException("a certification request cannot be encoded", e);
        }
    }

    /**
     * Checks form and proof of possession.
     *
     * @param unverified DER
     * @return the public key that the request is for, DER SubjectPublicKeyInfo
     * @throws SealException if it is not of the profile or not signed by its own key with the suite's algorithm
     */
    public static byte[] verify(byte[] unverified, Suite suite) throws SealException {
        try {
            return verified(unverified, suite);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle reads some fields only when they are asked for, and then throws unchecked.
            throw new SealException("not a certification request");
        }
    }

    private static byte[] verified(byte[] unverified, Suite suite) throws IOException, SealException {
        if (unverified.length > MOST_REQUEST) {
            throw new SealException("certification request is too large");
        }
        var request = new PKCS10CertificationRequest(unverified).toASN1Structure();
        var info = request.getCertificationRequestInfo();
        boolean ofProfile = Arrays.equals(der(request), unverified)
                && info.getVersion().intValueExact() == 0
                && info.getSubject().equals(NOBODY)
                && info.getAttributes() != null
                && info.getAttributes().size() == 0
                && request.getSignatureAlgorithm().equals(algorithm(suite));
        byte[] spki = der(info.getSubjectPublicKeyInfo());
        boolean holds = ofProfile
                && suite.verifyCertificate(
                        spki, der(info), request.getSignature().getOctets());
        if (!holds) {
            throw new SealException("certification request does not hold");
        }
        return spki;
    }

    private static AlgorithmIdentifier algorithm(Suite suite) {
        return new AlgorithmIdentifier(suite.certificateAlgorithmIdentifier());
    }

    private static byte[] der(ASN1Object object) throws IOException {
        return object.getEncoded(ASN1Encoding.DER);
    }
}
