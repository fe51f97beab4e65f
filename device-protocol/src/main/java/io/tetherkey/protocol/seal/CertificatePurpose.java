package io.tetherkey.protocol.seal;

/**
 * What an end-entity certificate may be used for, as the one critical extended key usage (RFC 5280 section 4.2.1.12).
 * The object identifiers stand under a UUID arc (ITU-T X.667), which needs no registration.
 */
public enum CertificatePurpose {
    /** Signs Offers, LoginResults and receipts. */
    BANK(1),
    /** A slot of a phone's chip. */
    CHIP(2),
    /** Signs orders. */
    MERCHANT(3),
    /** Signs directories of banks. */
    DIRECTORY(4);

    private static final String ARC = "2.25.264130462134208746921432213574029173549.1.";

    private final String oid;

    CertificatePurpose(int number) {
        this.oid = ARC + number;
    }

    /** The object identifier in dotted form. */
    public String oid() {
        return oid;
    }
}
