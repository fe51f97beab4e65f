package io.tetherkey.bank.ca;

import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.seal.SuiteContentSigner;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;

/** The key and signature algorithm of one certificate authority; each cipher suite of DESIGN §4 has one. */
public enum KeyAlgorithm {
    /** Suite 1: ECDSA on P-256 with SHA-256. */
    ECDSA_P256(Suite.CLASSIC, "EC"),
    /** Suite 2: SM2 on sm2p256v1 with SM3 (GB/T 32918). */
    SM2(Suite.GM, "EC"),
    /** Suite 3: ML-DSA-65 (FIPS 204, RFC 9881). */
    ML_DSA_65(Suite.POST_QUANTUM, "ML-DSA-65");

    /**
     * The JDK's own providers know neither SM2 nor its curve. The provider is asked by name of object and never
     * installed, so that TLS stays the JDK's.
     */
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Suite suite;
    private final String family;

    KeyAlgorithm(Suite suite, String family) {
        this.suite = suite;
        this.family = family;
    }

    /** The suite that signs with this algorithm. */
    public Suite suite() {
        return suite;
    }

    /** The algorithm of a suite. */
    public static KeyAlgorithm of(Suite suite) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.suite == suite)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No authority for suite " + suite.id()));
    }

    /** A public key from its SubjectPublicKeyInfo, DER. */
    PublicKey publicKey(byte[] spki) {
        try {
            return KeyFactory.getInstance(family, PROVIDER).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key of this algorithm", e);
        }
    }

    /** Signs certificates and revocation lists with the credential's key. */
    ContentSigner contentSigner(byte[] pkcs8) {
        return new SuiteContentSigner(suite, pkcs8);
    }

    /** A new key pair. */
    public KeyPair generate(SecureRandom random) {
        var pair = suite.generateKeyPair(random::nextBytes);
        var pkcs8 = pair.pkcs8();
        try {
            var key = KeyFactory.getInstance(family, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new KeyPair(publicKey(pair.spki()), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider knows its own keys", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
