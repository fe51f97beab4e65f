package io.tetherkey.protocol.seal;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 with SM3 (GB/T 32918.2) and the default user id "1234567812345678" (GM/T 0009), signature r ‖ s of 64 bytes. COSE
 * has no number for it, so it takes −65538 of the private range, told in PROTOCOL.md. Nonces by RFC 6979 with HMAC-SM3, as
 * for ECDSA: no generator, however bad, gives the key away.
 */
final class Sm2Signature implements SignatureScheme {
    @Override
    public int coseAlgorithm() {
        return -65_538;
    }

    @Override
    public ASN1ObjectIdentifier certificateAlgorithm() {
        return GMObjectIdentifiers.sm2sign_with_sm3;
    }

    @Override
    public KeyPairBytes generate(RandomSource random) {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2Curve.DOMAIN, new InjectedRandom(random)));
        return EncodedKeys.encode(generator.generateKeyPair());
    }

    @Override
    public byte[] sign(byte[] pkcs8, byte[] message) {
        return sign(pkcs8, message, PlainDSAEncoding.INSTANCE);
    }

    @Override
    public byte[] signCertificate(byte[] pkcs8, byte[] toBeSigned) {
        return sign(pkcs8, toBeSigned, StandardDSAEncoding.INSTANCE);
    }

    private static byte[] sign(byte[] pkcs8, byte[] message, DSAEncoding encoding) {
        var key = EncodedKeys.privateKey(pkcs8, ECPrivateKeyParameters.class);
        var signer = new SM2Signer(encoding);
        signer.init(true, new ParametersWithRandom(key, new InjectedRandom(nonces(key, message))));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing cannot fail", e);
        }
    }

    /** The candidates k of RFC 6979 section 3.2 with h1 = SM3(message), 32 bytes each; the signer takes the first that serves. */
    private static RandomSource nonces(ECPrivateKeyParameters key, byte[] message) {
        var calculator = new HMacDSAKCalculator(new SM3Digest());
        calculator.init(Sm2Curve.DOMAIN.getN(), key.getD(), Hkdf.SM3.hash(message));
        return target -> {
            if (target.length != Sm2Curve.WIDTH) {
                throw new IllegalStateException("the signer asks for no nonce");
            }
            BigIntegers.asUnsignedByteArray(calculator.nextK(), target, 0, target.length);
        };
    }

    @Override
    public boolean verify(byte[] spki, byte[] message, byte[] signature) {
        return signature.length == 2 * Sm2Curve.WIDTH && verify(spki, message, signature, PlainDSAEncoding.INSTANCE);
    }

    @Override
    public byte[] toCertificateForm(byte[] coseSignature) {
        try {
            BigInteger[] pair = PlainDSAEncoding.INSTANCE.decode(Sm2Curve.DOMAIN.getN(), coseSignature);
            return StandardDSAEncoding.INSTANCE.encode(Sm2Curve.DOMAIN.getN(), pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalStateException("an own signature cannot be encoded", e);
        }
    }

    @Override
    public boolean verifyCertificate(byte[] issuerSpki, byte[] toBeSigned, byte[] signature) {
        return verify(issuerSpki, toBeSigned, signature, StandardDSAEncoding.INSTANCE);
    }

    private static boolean verify(byte[] spki, byte[] message, byte[] signature, DSAEncoding encoding) {
        try {
            var key = EncodedKeys.publicKey(spki, ECPublicKeyParameters.class);
            if (!Sm2Curve.DOMAIN.getCurve().equals(key.getParameters().getCurve())) {
                return false;
            }
            var signer = new SM2Signer(encoding);
            signer.init(false, key);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (SealException | RuntimeException e) {
            return false;
        }
    }
}
