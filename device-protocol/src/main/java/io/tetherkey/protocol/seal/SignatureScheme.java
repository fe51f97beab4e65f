package io.tetherkey.protocol.seal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** One signature algorithm in the two forms that are met: COSE (fixed width) and X.509. */
interface SignatureScheme {
    /** The COSE algorithm identifier. */
    int coseAlgorithm();

    /** The algorithm in certificates. */
    ASN1ObjectIdentifier certificateAlgorithm();

    KeyPairBytes generate(RandomSource random);

    /** Signs the message, hashing included. */
    byte[] sign(byte[] pkcs8, byte[] message);

    /** False for a wrong signature, for a key of another algorithm and for anything malformed. */
    boolean verify(byte[] spki, byte[] message, byte[] signature);

    /** Signs in the form that X.509 carries. */
    byte[] signCertificate(byte[] pkcs8, byte[] toBeSigned);

    /** A signature of {@link #sign} in the form that X.509 carries. */
    byte[] toCertificateForm(byte[] coseSignature);

    /** {@link #verify} for a signature as X.509 carries it. */
    boolean verifyCertificate(byte[] issuerSpki, byte[] toBeSigned, byte[] signature);
}
