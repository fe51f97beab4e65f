package io.tetherkey.protocol.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** Computes published examples of a suite's parts and signs once, to tell a broken installation from a good one. */
public final class SuiteSelfCheck {

    private static final byte[] INPUT = "TetherKey self-check".getBytes(StandardCharsets.US_ASCII);

    private SuiteSelfCheck() {}

    /** Whether the suite's challenge MAC, KEM, AEAD and signature work here. */
    public static boolean holds(Suite suite, RandomSource random) {
        return holds(suite, KnownAnswers.of(suite), random);
    }

    static boolean holds(Suite suite, KnownAnswers known, RandomSource random) {
        return macHolds(suite, known.mac())
                && kemHolds(suite.hpke().kem(), known.kem(), random)
                && aeadHolds(suite.hpke().aead(), known.aead())
                && signatureHolds(suite, random);
    }

    private static boolean macHolds(Suite suite, KnownAnswers.Mac known) {
        return MessageDigest.isEqual(suite.mac(known.key(), known.input()), known.tag());
    }

    /** The example proves the way back; a fresh secret to the same key proves the way there. */
    private static boolean kemHolds(Kem kem, KnownAnswers.Encapsulated known, RandomSource random) {
        try {
            Kem.Encapsulation fresh = kem.encapsulate(known.own().publicKey(), random);
            return MessageDigest.isEqual(kem.decapsulate(known.own(), known.enc()), known.secret())
                    && MessageDigest.isEqual(kem.decapsulate(known.own(), fresh.enc()), fresh.sharedSecret());
        } catch (SealException e) {
            return false;
        }
    }

    private static boolean aeadHolds(Aead aead, KnownAnswers.Sealed known) {
        byte[] sealed = aead.seal(known.key(), known.nonce(), known.aad(), known.plaintext());
        byte[] tag = Arrays.copyOfRange(sealed, known.plaintext().length, sealed.length);
        return MessageDigest.isEqual(tag, known.tag())
                && opens(aead, known, sealed)
                && !opens(aead, known, damaged(sealed));
    }

    private static boolean opens(Aead aead, KnownAnswers.Sealed known, byte[] sealed) {
        try {
            return Arrays.equals(aead.open(known.key(), known.nonce(), known.aad(), sealed), known.plaintext());
        } catch (SealException e) {
            return false;
        }
    }

    private static boolean signatureHolds(Suite suite, RandomSource random) {
        KeyPairBytes pair = suite.generateKeyPair(random);
        byte[] signature = suite.sign(pair.pkcs8(), INPUT);
        return suite.verify(pair.spki(), INPUT, signature) && !suite.verify(pair.spki(), damaged(INPUT), signature);
    }

    private static byte[] damaged(byte[] bytes) {
        byte[] other = bytes.clone();
        other[0] ^= 1;
        return other;
    }
}
