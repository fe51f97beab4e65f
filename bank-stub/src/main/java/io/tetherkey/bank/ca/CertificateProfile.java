package io.tetherkey.bank.ca;

import io.tetherkey.protocol.seal.CertificatePurpose;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The kinds of certificate that this bank issues, with the extensions and the validity of each (RFC 5280 §4.2). */
public enum CertificateProfile {
    /** Self-signed trust anchor. */
    ROOT(KeyUsage.keyCertSign | KeyUsage.cRLSign, Optional.empty(), Duration.ofDays(3650), OptionalInt.of(1)),
    /** Signs leaves and the revocation list. */
    ISSUING(KeyUsage.keyCertSign | KeyUsage.cRLSign, Optional.empty(), Duration.ofDays(1825), OptionalInt.of(0)),
    /** The key in a phone's chip for one bank. */
    CHIP(signing(), purpose(CertificatePurpose.CHIP), Duration.ofDays(1095), OptionalInt.empty()),
    /** Signs Offer, LoginResult and Receipt. */
    BANK_SIGNING(signing(), purpose(CertificatePurpose.BANK), Duration.ofDays(730), OptionalInt.empty()),
    /** Signs orders. */
    MERCHANT(signing(), purpose(CertificatePurpose.MERCHANT), Duration.ofDays(730), OptionalInt.empty()),
    /** Signs directories of banks. */
    DIRECTORY(signing(), purpose(CertificatePurpose.DIRECTORY), Duration.ofDays(730), OptionalInt.empty()),
    /** The bank's HTTPS server. */
    TLS_SERVER(
            KeyUsage.digitalSignature,
            Optional.of(KeyPurposeId.id_kp_serverAuth),
            Duration.ofDays(730),
            OptionalInt.empty());

    private final int keyUsage;
    private final Optional<KeyPurposeId> purpose;
    private final Duration validity;
    private final OptionalInt pathLength;

    CertificateProfile(int keyUsage, Optional<KeyPurposeId> purpose, Duration validity, OptionalInt pathLength) {
        this.keyUsage = keyUsage;
        this.purpose = purpose;
        this.validity = validity;
        this.pathLength = pathLength;
    }

    private static int signing() {
        return KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    }

    private static Optional<KeyPurposeId> purpose(CertificatePurpose purpose) {
        return Optional.of(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose.oid())));
    }

    int keyUsage() {
        return keyUsage;
    }

    /** The one critical extended key usage, absent in authorities. */
    Optional<KeyPurposeId> purpose() {
        return purpose;
    }

    /** How long a new certificate is valid. */
    public Duration validity() {
        return validity;
    }

    /** Present for a certificate authority: how many authorities may follow it. */
    OptionalInt pathLength() {
        return pathLength;
    }
}
