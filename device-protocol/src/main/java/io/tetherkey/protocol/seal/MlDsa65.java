package io.tetherkey.protocol.seal;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA-65 (FIPS 204), pure, empty context, deterministic; COSE algorithm −49, signature of 3,309 bytes. */
final class MlDsa65 implements SignatureScheme {
    @Override
    public int coseAlgorithm() {
        return -49;
    }

    @Override
    public ASN1ObjectIdentifier certificateAlgorithm() {
        return NISTObjectIdentifiers.id_ml_dsa_65;
    }

    @Override
    public KeyPairBytes generate(RandomSource random) {
        var generator = new MLDSAKeyPairGenerator();
        generator.init(new MLDSAKeyGenerationParameters(new InjectedRandom(random), MLDSAParameters.ml_dsa_65));
        return EncodedKeys.encode(generator.generateKeyPair());
    }

    @Override
    public byte[] sign(byte[] pkcs8, byte[] message) {
        var signer = new MLDSASigner();
        signer.init(true, EncodedKeys.privateKey(pkcs8, MLDSAPrivateKeyParameters.class));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing cannot fail", e);
        }
    }

    @Override
    public boolean verify(byte[] spki, byte[] message, byte[] signature) {
        try {
            var key = EncodedKeys.publicKey(spki, MLDSAPublicKeyParameters.class);
            if (!key.getParameters().equals(MLDSAParameters.ml_dsa_65)) {
                return false;
            }
            var signer = new MLDSASigner();
            signer.init(false, key);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (SealException | RuntimeException e) {
            return false;
        }
    }

    @Override
    public byte[] signCertificate(byte[] pkcs8, byte[] toBeSigned) {
        return sign(pkcs8, toBeSigned);
    }

    @Override
    public byte[] toCertificateForm(byte[] coseSignature) {
        return coseSignature.clone();
    }

    @Override
    public boolean verifyCertificate(byte[] issuerSpki, byte[] toBeSigned, byte[] signature) {
        return verify(issuerSpki, toBeSigned, signature);
    }
}
