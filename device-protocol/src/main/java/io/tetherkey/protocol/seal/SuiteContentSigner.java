package io.tetherkey.protocol.seal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Signs one certificate or revocation list in the X.509 form of a suite; the key is forgotten with the signature. */
public final class SuiteContentSigner implements ContentSigner {

    private final Suite suite;
    private final byte[] pkcs8;
    private final ByteArrayOutputStream toBeSigned = new ByteArrayOutputStream();

    /** @param pkcs8 the private key, zeroed when it has signed */
    public SuiteContentSigner(Suite suite, byte[] pkcs8) {
        this.suite = suite;
        this.pkcs8 = pkcs8;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(suite.certificateAlgorithmIdentifier());
    }

    @Override
    public OutputStream getOutputStream() {
        return toBeSigned;
    }

    @Override
    public byte[] getSignature() {
        try {
            return suite.signCertificate(pkcs8, toBeSigned.toByteArray());
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
