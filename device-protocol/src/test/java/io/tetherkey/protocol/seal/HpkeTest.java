package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key schedule against RFC 9180 appendix A.1.1 and against Bouncy Castle's own HPKE. */
class HpkeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Hpke RFC =
            new Hpke(new DhKem(0x0020, new X25519Group(), Hkdf.SHA_256), 0x0001, Hkdf.SHA_256, Aead.AES_128_GCM);
    private static final byte[] INFO = HEX.parseHex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] PRIVATE =
            HEX.parseHex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
    private static final byte[] ENC = HEX.parseHex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431");

    @Test
    void followsTheVectorsOfAppendixA() throws SealException {
        byte[] secret = RFC.kem().decapsulate(own(), ENC);
        assertThat(secret)
                .asHexString()
                .isEqualToIgnoringCase("fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc");

        HpkeContext context = RFC.recipient(own(), ENC, INFO);
        assertThat(context.key()).asHexString().isEqualToIgnoringCase("4531685d41d65f03dc48f6b8302c05b0");
        assertThat(context.baseNonce()).asHexString().isEqualToIgnoringCase("56d890e5accaaf011cff4b7d");
        assertThat(context.exporterSecret())
                .asHexString()
                .isEqualToIgnoringCase("45ff1c2e220db587171952c0592d5f5ebe103f1561a2614e38f2ffd47e99e3f8");
        assertThat(context.open(
                        0,
                        HEX.parseHex("436f756e742d30"),
                        HEX.parseHex("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                                + "6d8770ac83d07bea87e13c512a")))
                .isEqualTo("Beauty is truth, truth beauty".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void agreesWithBouncyCastleInBothDirections() throws SealException, InvalidCipherTextException {
        Hpke ours = Suite.CLASSIC.hpke();
        var theirs = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
        KemKeyPair own = ours.kem().generate(RandomSource.secure());
        byte[] message = {1, 2, 3};
        byte[] aad = {9};

        var sender = theirs.setupBaseS(new X25519PublicKeyParameters(own.publicKey()), INFO);
        HpkeContext recipient = ours.recipient(own, sender.getEncapsulation(), INFO);
        assertThat(recipient.open(0, aad, sender.seal(aad, message))).isEqualTo(message);
        assertThat(recipient.open(1, aad, sender.seal(aad, message))).isEqualTo(message);
        assertThat(recipient.export(aad, 48)).isEqualTo(sender.export(aad, 48));

        var pair = theirs.deserializePrivateKey(own.privateKey(), own.publicKey());
        var ourSender = ours.sender(own.publicKey(), INFO, RandomSource.secure());
        var theirRecipient = theirs.setupBaseR(ourSender.enc(), pair, INFO);
        assertThat(theirRecipient.open(aad, ourSender.context().seal(0, aad, message)))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33})
    void keyOfAnotherLengthIsRefused(int length) {
        assertThatThrownBy(() -> RFC.kem().encapsulate(new byte[length], RandomSource.secure()))
                .isInstanceOf(SealException.class);
    }

    @Test
    void keyOfLowOrderIsRefused() {
        assertThatThrownBy(() -> RFC.kem().decapsulate(own(), new byte[32])).isInstanceOf(SealException.class);
    }

    @Test
    void anotherSequenceAnotherAadAndEachDamagedByteAreRefused() throws SealException {
        var sender = RFC.sender(own().publicKey(), INFO, RandomSource.secure());
        HpkeContext context = RFC.recipient(own(), sender.enc(), INFO);
        byte[] sealed = sender.context().seal(3, new byte[] {1}, new byte[5]);
        assertThat(context.open(3, new byte[] {1}, sealed)).isEqualTo(new byte[5]);
        assertThatThrownBy(() -> context.open(4, new byte[] {1}, sealed)).isInstanceOf(SealException.class);
        assertThatThrownBy(() -> context.open(3, new byte[] {2}, sealed)).isInstanceOf(SealException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> context.open(3, new byte[] {1}, damaged)).isInstanceOf(SealException.class);
        }
        assertThatThrownBy(() -> context.open(3, new byte[] {1}, new byte[15])).isInstanceOf(SealException.class);
    }

    private static KemKeyPair own() {
        byte[] publicKey = new byte[32];
        org.bouncycastle.math.ec.rfc7748.X25519.scalarMultBase(PRIVATE, 0, publicKey, 0);
        return new KemKeyPair(PRIVATE, publicKey);
    }
}
