package io.tetherkey.protocol.vectors;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * What PROTOCOL.md names under "Suites", written a second time over the JDK and, where that has nothing, over the single
 * functions of Bouncy Castle. It knows no class of TetherKey: a mistake that the code makes at both ends shows here.
 */
record OtherCrypto(int suite) {
    private static final byte[] XWING_LABEL = {0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c};
    private static final byte[] NONE = {};

    int kemId() {
        return new int[] {0x0020, 0xFD02, 0x647A}[suite - 1];
    }

    int kdfId() {
        return suite == 2 ? 0xFD02 : 0x0001;
    }

    int aeadId() {
        return suite == 2 ? 0xFD02 : 0x0002;
    }

    int keyLength() {
        return suite == 2 ? 16 : 32;
    }

    byte[] hash(byte[]... parts) throws GeneralSecurityException {
        byte[] all = concat(parts);
        if (suite != 2) {
            return MessageDigest.getInstance("SHA-256").digest(all);
        }
        var sm3 = new SM3Digest();
        sm3.update(all, 0, all.length);
        byte[] hash = new byte[32];
        sm3.doFinal(hash, 0);
        return hash;
    }

    /** HMAC over the hash of the suite's KDF. */
    byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
        return suite == 2 ? hmacSm3(key, input) : hmac("HmacSHA256", key, input);
    }

    byte[] challengeMac(byte[] key, byte[] input) throws GeneralSecurityException {
        return switch (suite) {
            case 1 -> {
                var cmac = new CMac(AESEngine.newInstance());
                cmac.init(new KeyParameter(key));
                cmac.update(input, 0, input.length);
                byte[] tag = new byte[16];
                cmac.doFinal(tag, 0);
                yield tag;
            }
            case 2 -> hmacSm3(key, input);
            default -> hmac("HmacSHA3-256", key, input);
        };
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] input) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        // The JDK takes no empty key; HMAC pads with zeros, so one zero is the same key.
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
        return mac.doFinal(input);
    }

    private static byte[] hmacSm3(byte[] key, byte[] input) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        byte[] tag = new byte[32];
        mac.doFinal(tag, 0);
        return tag;
    }

    /** HKDF-Expand (RFC 5869 section 2.3). */
    byte[] expand(byte[] prk, byte[] info, int length) throws GeneralSecurityException {
        byte[] all = {};
        byte[] block = {};
        for (int i = 1; all.length < length; i++) {
            block = hmac(prk, concat(block, info, new byte[] {(byte) i}));
            all = concat(all, block);
        }
        return Arrays.copyOf(all, length);
    }

    /** LabeledExtract (RFC 9180 section 4). */
    byte[] labeledExtract(byte[] suiteId, byte[] salt, String label, byte[] material) throws GeneralSecurityException {
        return hmac(salt, concat(ascii("HPKE-v1"), suiteId, ascii(label), material));
    }

    /** LabeledExpand (RFC 9180 section 4). */
    byte[] labeledExpand(byte[] suiteId, byte[] prk, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] labeled = concat(two(length), ascii("HPKE-v1"), suiteId, ascii(label), info);
        return expand(prk, labeled, length);
    }

    byte[] open(byte[] key, byte[] nonce, byte[] aad, byte[] sealed) throws Exception {
        if (suite != 2) {
            var gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            gcm.updateAAD(aad);
            return gcm.doFinal(sealed);
        }
        var gcm = GCMBlockCipher.newInstance(new SM4Engine());
        gcm.init(false, new AEADParameters(new KeyParameter(key), 128, nonce, aad));
        byte[] plain = new byte[gcm.getOutputSize(sealed.length)];
        int done = gcm.processBytes(sealed, 0, sealed.length, plain, 0);
        gcm.doFinal(plain, done);
        return plain;
    }

    /** Decap of the suite's KEM from the private key in its serialised form. */
    byte[] sharedSecret(byte[] privateKey, byte[] publicKey, byte[] enc) throws GeneralSecurityException {
        return switch (suite) {
            case 1 -> dhKem(x25519(privateKey, enc), enc, publicKey);
            case 2 -> dhKem(sm2(privateKey, enc), enc, publicKey);
            default -> xWing(privateKey, publicKey, enc);
        };
    }

    private byte[] dhKem(byte[] dh, byte[] enc, byte[] publicKey) throws GeneralSecurityException {
        byte[] suiteId = concat(ascii("KEM"), two(kemId()));
        byte[] prk = labeledExtract(suiteId, NONE, "eae_prk", dh);
        return labeledExpand(suiteId, prk, "shared_secret", concat(enc, publicKey), 32);
    }

    private static byte[] x25519(byte[] privateKey, byte[] publicKey) throws GeneralSecurityException {
        byte[] bigEndian = publicKey.clone();
        for (int i = 0; i < 16; i++) {
            bigEndian[i] = publicKey[31 - i];
            bigEndian[31 - i] = publicKey[i];
        }
        bigEndian[0] &= 0x7F;
        var factory = KeyFactory.getInstance("X25519");
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey)));
        agreement.doPhase(
                factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian))),
                true);
        return agreement.generateSecret();
    }

    private static byte[] sm2(byte[] privateKey, byte[] publicKey) {
        var curve = GMNamedCurves.getByName("sm2p256v1").getCurve();
        var shared = curve.decodePoint(publicKey)
                .multiply(new BigInteger(1, privateKey))
                .normalize();
        return shared.getAffineXCoord().getEncoded();
    }

    /** draft-connolly-cfrg-xwing-kem section 5. */
    private static byte[] xWing(byte[] seed, byte[] publicKey, byte[] enc) throws GeneralSecurityException {
        var shake = new SHAKEDigest(256);
        shake.update(seed, 0, seed.length);
        byte[] expanded = new byte[96];
        shake.doFinal(expanded, 0, expanded.length);
        var mlKem = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(expanded, 64));
        byte[] ssM = new MLKEMExtractor(mlKem).extractSecret(Arrays.copyOf(enc, 1_088));
        byte[] ctX = Arrays.copyOfRange(enc, 1_088, 1_120);
        byte[] pkX = Arrays.copyOfRange(publicKey, 1_184, 1_216);
        byte[] ssX = x25519(Arrays.copyOfRange(expanded, 64, 96), ctX);
        return MessageDigest.getInstance("SHA3-256").digest(concat(ssM, ssX, ctX, pkX, XWING_LABEL));
    }

    boolean verify(byte[] spki, byte[] message, byte[] signature) throws Exception {
        if (suite == 2) {
            var signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
            signer.init(false, (ECPublicKeyParameters) PublicKeyFactory.createKey(spki));
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        }
        var key = KeyFactory.getInstance(suite == 1 ? "EC" : "ML-DSA").generatePublic(new X509EncodedKeySpec(spki));
        var verifier = Signature.getInstance(suite == 1 ? "SHA256withECDSAinP1363Format" : "ML-DSA-65");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
    }

    static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] two(int number) {
        return new byte[] {(byte) (number >>> 8), (byte) number};
    }
}
