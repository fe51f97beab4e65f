package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** ES256: ECDSA on P-256 with SHA-256, nonces by RFC 6979, signature r ‖ s of 64 bytes (RFC 9053 section 2.1). */
final class EcdsaP256 implements SignatureScheme {
    private static final int WIDTH = 32;
    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            SECObjectIdentifiers.secp256r1, SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));

    @Override
    public int coseAlgorithm() {
        return -7;
    }

    @Override
    public ASN1ObjectIdentifier certificateAlgorithm() {
        return X9ObjectIdentifiers.ecdsa_with_SHA256;
    }

    @Override
    public KeyPairBytes generate(RandomSource random) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, new InjectedRandom(random)));
        return EncodedKeys.encode(generator.generateKeyPair());
    }

    @Override
    public byte[] sign(byte[] pkcs8, byte[] message) {
        BigInteger[] pair = pair(pkcs8, message);
        return PlainDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]);
    }

    @Override
    public byte[] signCertificate(byte[] pkcs8, byte[] toBeSigned) {
        BigInteger[] pair = pair(pkcs8, toBeSigned);
        try {
            return StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalStateException("a fresh signature cannot be encoded", e);
        }
    }

    private static BigInteger[] pair(byte[] pkcs8, byte[] message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, EncodedKeys.privateKey(pkcs8, ECPrivateKeyParameters.class));
        return signer.generateSignature(Hashes.sha256(message));
    }

    @Override
    public boolean verify(byte[] spki, byte[] message, byte[] signature) {
        if (signature.length != 2 * WIDTH) {
            return false;
        }
        var r = new BigInteger(1, Arrays.copyOfRange(signature, 0, WIDTH));
        var s = new BigInteger(1, Arrays.copyOfRange(signature, WIDTH, 2 * WIDTH));
        return verify(spki, message, r, s);
    }

    @Override
    public byte[] toCertificateForm(byte[] coseSignature) {
        try {
            BigInteger[] pair = PlainDSAEncoding.INSTANCE.decode(CURVE.getN(), coseSignature);
            return StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalStateException("an own signature cannot be encoded", e);
        }
    }

    @Override
    public boolean verifyCertificate(byte[] issuerSpki, byte[] toBeSigned, byte[] signature) {
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(CURVE.getN(), signature);
            return verify(issuerSpki, toBeSigned, pair[0], pair[1]);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean verify(byte[] spki, byte[] message, BigInteger r, BigInteger s) {
        try {
            var key = EncodedKeys.publicKey(spki, ECPublicKeyParameters.class);
            if (!CURVE.getCurve().equals(key.getParameters().getCurve())) {
                return false;
            }
            var signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(Hashes.sha256(message), r, s);
        } catch (SealException | RuntimeException e) {
            return false;
        }
    }
}
