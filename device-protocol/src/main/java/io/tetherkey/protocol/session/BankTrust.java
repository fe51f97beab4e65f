package io.tetherkey.protocol.session;

/**
 * What the phone believes of a bank that it has no slot of yet, out of the verified directory.
 *
 * @param suite the bank's suite, and the least that an enrolment takes
 * @param rootCertificate root of the bank's own certificates, DER
 */
public record BankTrust(String bankId, int suite, byte[] rootCertificate) {
    public BankTrust {
        rootCertificate = rootCertificate.clone();
    }

    @Override
    public byte[] rootCertificate() {
        return rootCertificate.clone();
    }
}
