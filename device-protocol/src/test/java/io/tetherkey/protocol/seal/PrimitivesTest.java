package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import io.tetherkey.protocol.message.SealedCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.AESEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrimitivesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Nested
    class ChallengeMacOfSuite1 {
        /** C2SP Wycheproof, aes_cmac_test.json, the groups with 256-bit keys. */
        @Test
        void followsWycheproof() throws IOException {
            int checked = 0;
            try (InputStream in = PrimitivesTest.class.getResourceAsStream("/vectors/aes-256-cmac.json")) {
                for (CBORObject group :
                        CBORObject.ReadJSON(in).get("testGroups").getValues()) {
                    for (CBORObject test : group.get("tests").getValues()) {
                        byte[] tag = Suite.CLASSIC.mac(hex(test, "key"), hex(test, "msg"));
                        boolean equal = Arrays.equals(tag, hex(test, "tag"));
                        assertThat(equal)
                                .as("tcId " + test.get("tcId"))
                                .isEqualTo(test.get("result").AsString().equals("valid"));
                        checked++;
                    }
                }
            }
            assertThat(checked).isGreaterThan(50);
        }
    }

    @Nested
    class ResponseKey {
        @Test
        void dependsOnSecretAndPaymentKey() {
            byte[] secret = new byte[32];
            byte[] key = ResponseKeys.derive(secret, "135790".toCharArray());
            assertThat(key).hasSize(32).isEqualTo(ResponseKeys.derive(secret, "135790".toCharArray()));
            assertThat(ResponseKeys.derive(secret, "135791".toCharArray())).isNotEqualTo(key);
            secret[0] = 1;
            assertThat(ResponseKeys.derive(secret, "135790".toCharArray())).isNotEqualTo(key);
        }
    }

    @Nested
    class Signature {
        private final byte[] message = "what is signed".getBytes(StandardCharsets.US_ASCII);

        @ParameterizedTest
        @EnumSource(Suite.class)
        void holdsForItsKeyAndMessageOnly(Suite suite) {
            KeyPairBytes pair = suite.generateKeyPair(RandomSource.secure());
            byte[] signature = suite.sign(pair.pkcs8(), message);
            assertThat(suite.verify(pair.spki(), message, signature)).isTrue();
            byte[] other = suite.generateKeyPair(RandomSource.secure()).spki();
            assertThat(suite.verify(other, message, signature)).isFalse();
            assertThat(suite.verify(pair.spki(), new byte[1], signature)).isFalse();
            for (int i = 0; i < signature.length; i += 1 + signature.length / 64) {
                byte[] damaged = signature.clone();
                damaged[i] ^= 1;
                assertThat(suite.verify(pair.spki(), message, damaged)).isFalse();
            }
        }

        @ParameterizedTest
        @CsvSource({"CLASSIC, 64", "GM, 64", "POST_QUANTUM, 3309"})
        void hasTheLengthThatCoseAsksFor(Suite suite, int length) {
            KeyPairBytes pair = suite.generateKeyPair(RandomSource.secure());
            assertThat(suite.sign(pair.pkcs8(), message)).hasSize(length);
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void isDeterministicAndAnotherOneForEachMessage(Suite suite) {
            KeyPairBytes pair = suite.generateKeyPair(RandomSource.secure());
            byte[] signature = suite.sign(pair.pkcs8(), message);
            assertThat(suite.sign(pair.pkcs8(), message)).isEqualTo(signature);
            byte[] other = suite.sign(pair.pkcs8(), new byte[] {1});
            assertThat(Arrays.copyOf(other, 32)).isNotEqualTo(Arrays.copyOf(signature, 32));
        }

        @ParameterizedTest
        @EnumSource(Suite.class)
        void malformedKeysAndSignaturesAreFalseAndNotAnError(Suite suite) {
            KeyPairBytes pair = suite.generateKeyPair(RandomSource.secure());
            byte[] signature = suite.sign(pair.pkcs8(), message);
            assertThat(suite.verify(new byte[0], message, signature)).isFalse();
            assertThat(suite.verify(new byte[] {0x30, 0x03, 1, 1, 1}, message, signature))
                    .isFalse();
            assertThat(suite.verify(pair.spki(), message, new byte[signature.length]))
                    .isFalse();
            assertThat(suite.verify(pair.spki(), message, new byte[signature.length - 1]))
                    .isFalse();
            for (Suite other : Suite.values()) {
                byte[] foreign = other.generateKeyPair(RandomSource.secure()).spki();
                assertThat(suite.verify(foreign, message, signature)).isFalse();
            }
        }
    }

    @Nested
    class Gm {
        /** GM/T 0004, example 1. */
        @Test
        void sm3FollowsItsStandard() {
            assertThat(Suite.GM.transcriptHash("abc".getBytes(StandardCharsets.US_ASCII)))
                    .asHexString()
                    .isEqualToIgnoringCase("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        }

        /** RFC 8998 appendix A.1. */
        @Test
        void sm4GcmFollowsRfc8998() {
            byte[] plaintext = HEX.parseHex("aa".repeat(8)
                    + "bb".repeat(8)
                    + "cc".repeat(8)
                    + "dd".repeat(8)
                    + "ee".repeat(8)
                    + "ff".repeat(8)
                    + "ee".repeat(8)
                    + "aa".repeat(8));
            byte[] sealed = Aead.SM4_GCM.seal(
                    HEX.parseHex("0123456789abcdeffedcba9876543210"),
                    HEX.parseHex("00001234567800000000abcd"),
                    HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                    plaintext);
            assertThat(Arrays.copyOfRange(sealed, plaintext.length, sealed.length))
                    .asHexString()
                    .isEqualToIgnoringCase("83de3541e4c2b58177e065a9bf7b62ec");
        }

        @Test
        void kemGivesBothEndsOneSecretAndRefusesPointsOffTheCurve() throws SealException {
            var kem = new DhKem(0xFD02, new Sm2Group(), Hkdf.SM3);
            KemKeyPair own = kem.generate(RandomSource.secure());
            var encapsulation = kem.encapsulate(own.publicKey(), RandomSource.secure());
            assertThat(kem.decapsulate(own, encapsulation.enc())).isEqualTo(encapsulation.sharedSecret());
            byte[] off = own.publicKey();
            off[40] ^= 1;
            assertThatThrownBy(() -> kem.encapsulate(off, RandomSource.secure()))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> kem.decapsulate(own, new byte[65])).isInstanceOf(SealException.class);
            assertThatThrownBy(() -> kem.decapsulate(own, new byte[0])).isInstanceOf(SealException.class);
        }
    }

    @Nested
    class PostQuantum {
        /** hpkewg/hpke-pq test-vectors.json, X-Wing with HKDF-SHA256; the AEAD there only lends its number. */
        @Test
        void xWingFollowsTheVectorsOfItsHpkeDraft() throws IOException, SealException {
            try (InputStream in = PrimitivesTest.class.getResourceAsStream("/vectors/hpke-x-wing.json")) {
                for (CBORObject vector : CBORObject.ReadJSON(in).get("vectors").getValues()) {
                    var named = new Aead(0x0003, 32, AESEngine::newInstance);
                    var hpke = new Hpke(new XWingKem(), 0x0001, Hkdf.SHA_256, named);
                    var own = new KemKeyPair(hex(vector, "skRm"), hex(vector, "pkRm"));
                    assertThat(hpke.kem().decapsulate(own, hex(vector, "enc"))).isEqualTo(hex(vector, "shared_secret"));
                    var context = hpke.recipient(own, hex(vector, "enc"), hex(vector, "info"));
                    assertThat(context.key()).isEqualTo(hex(vector, "key"));
                    assertThat(context.baseNonce()).isEqualTo(hex(vector, "base_nonce"));
                    assertThat(context.exporterSecret()).isEqualTo(hex(vector, "exporter_secret"));
                }
            }
        }

        @Test
        void kemRefusesOtherLengths() {
            var kem = new XWingKem();
            KemKeyPair own = kem.generate(RandomSource.secure());
            assertThat(own.publicKey()).hasSize(kem.publicKeyLength());
            assertThatThrownBy(() -> kem.encapsulate(new byte[1_215], RandomSource.secure()))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> kem.decapsulate(own, new byte[1_121])).isInstanceOf(SealException.class);
        }
    }

    private static byte[] hex(CBORObject object, String field) {
        return HEX.parseHex(object.get(field).AsString());
    }

    @Nested
    class PaddingRules {
        @Test
        void everyLengthComesBackAndIsAMultipleOf256() throws SealException {
            for (int length = 0; length <= 1_100; length++) {
                byte[] contents = new byte[length];
                Arrays.fill(contents, (byte) 0x80);
                byte[] padded = Padding.pad(contents, 512);
                assertThat(padded.length % 256).isZero();
                assertThat(padded.length).isGreaterThanOrEqualTo(Math.max(512, length + 1));
                assertThat(Padding.unpad(padded)).isEqualTo(contents);
            }
        }

        @Test
        void missingMarkIsRefused() {
            assertThatThrownBy(() -> Padding.unpad(new byte[256])).isInstanceOf(SealException.class);
            assertThatThrownBy(() -> Padding.unpad(new byte[0])).isInstanceOf(SealException.class);
            assertThatThrownBy(() -> Padding.unpad(new byte[] {(byte) 0x80})).isInstanceOf(SealException.class);
        }
    }

    @Nested
    class CredentialsOnTheCable {
        private final KemKeyPair phone = CredentialSeal.generate(RandomSource.secure());
        private final byte[] offer = {1, 2, 3};

        @Test
        void openForTheirOfferAtTheirPhoneOnly() throws SealException {
            var sealed = CredentialSeal.seal(
                    phone.publicKey(), offer, "alice", "harbour-demo".toCharArray(), RandomSource.secure());
            try (var opened = CredentialSeal.open(phone, offer, sealed)) {
                assertThat(opened.userName()).isEqualTo("alice");
                assertThat(opened.password()).isEqualTo("harbour-demo".toCharArray());
            }
            assertThatThrownBy(() -> CredentialSeal.open(phone, new byte[] {4}, sealed))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> CredentialSeal.open(CredentialSeal.generate(RandomSource.secure()), offer, sealed))
                    .isInstanceOf(SealException.class);
        }

        @Test
        void lengthTellsNothing() throws SealException {
            SealedCredentials brief =
                    CredentialSeal.seal(phone.publicKey(), offer, "a", new char[0], RandomSource.secure());
            SealedCredentials full = CredentialSeal.seal(
                    phone.publicKey(), offer, "a".repeat(128), "b".repeat(128).toCharArray(), RandomSource.secure());
            assertThat(brief.ciphertext()).hasSameSizeAs(full.ciphertext());
        }
    }
}
