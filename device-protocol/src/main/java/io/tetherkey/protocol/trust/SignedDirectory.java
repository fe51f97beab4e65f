package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Signer;
import java.time.Instant;

/** The directory file: a COSE_Sign1 whose chain leads to the root that came with the app. */
public final class SignedDirectory {
    private SignedDirectory() {}

    public static byte[] sign(Directory directory, Signer signer) {
        return CoseSign1.signWithChain(signer, CoseSign1.Use.DIRECTORY, directory.encode())
                .encode();
    }

    /**
     * Reads a directory file.
     *
     * @param root the pinned directory root, DER
     * @param lowestVersion the version that was seen last; a lower one is refused
     * @throws TrustException DIRECTORY_INVALID if it is not signed, not of this time or rolled back
     */
    public static Directory verify(byte[] file, byte[] root, Instant now, long lowestVersion) throws TrustException {
        try {
            var cose = CoseSign1.parse(file);
            var signer = Certificates.verify(cose.unverifiedChain(), root, CertificatePurpose.DIRECTORY, now);
            if (!cose.isSignedBy(signer.spki(), CoseSign1.Use.DIRECTORY)) {
                throw new TrustException(Fault.DIRECTORY_INVALID, "directory is not signed by its certificate");
            }
            var directory = Directory.decode(cose.payload());
            if (!now.isBefore(directory.expiresAt())) {
                throw new TrustException(Fault.DIRECTORY_INVALID, "directory has expired");
            }
            if (directory.version() < lowestVersion) {
                throw new TrustException(Fault.DIRECTORY_INVALID, "directory is older than the one seen before");
            }
            return directory;
        } catch (SealException | CertificateException | CborException e) {
            throw new TrustException(Fault.DIRECTORY_INVALID, "directory does not hold", e);
        }
    }
}
