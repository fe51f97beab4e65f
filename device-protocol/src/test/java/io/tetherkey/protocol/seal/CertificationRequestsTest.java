package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificationRequestsTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void ownRequestGivesItsKeyBackAndAnotherReaderAgrees(Suite suite) throws Exception {
        KeyPairBytes key = suite.generateKeyPair(RandomSource.secure());
        byte[] request = request(suite, key, key);

        assertThat(CertificationRequests.verify(request, suite)).isEqualTo(key.spki());

        var other = new PKCS10CertificationRequest(request);
        var verifier = new JcaContentVerifierProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(other.getSubjectPublicKeyInfo());
        assertThat(other.isSignatureValid(verifier)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyFlippedByteIsRefused(Suite suite) {
        KeyPairBytes key = suite.generateKeyPair(RandomSource.secure());
        byte[] request = request(suite, key, key);
        int stride = suite == Suite.POST_QUANTUM ? 11 : 1;
        for (int i = 0; i < request.length; i += stride) {
            byte[] damaged = request.clone();
            damaged[i] ^= 0x01;
            assertRefused(damaged, suite);
        }
    }

    @Test
    void truncatedPaddedForeignOrStolenRequestIsRefused() {
        KeyPairBytes key = Suite.CLASSIC.generateKeyPair(RandomSource.secure());
        KeyPairBytes other = Suite.CLASSIC.generateKeyPair(RandomSource.secure());
        byte[] request = request(Suite.CLASSIC, key, key);

        assertRefused(Arrays.copyOf(request, request.length - 1), Suite.CLASSIC);
        assertRefused(Arrays.copyOf(request, request.length + 1), Suite.CLASSIC);
        assertRefused(new byte[0], Suite.CLASSIC);
        assertRefused(new byte[CertificationRequests.MOST_REQUEST + 1], Suite.CLASSIC);
        assertRefused(request, Suite.GM);
        assertRefused(request(Suite.CLASSIC, key, other), Suite.CLASSIC);
    }

    private static byte[] request(Suite suite, KeyPairBytes signer, KeyPairBytes named) {
        return CertificationRequests.make(suite.signer(signer.pkcs8(), List.of()), named.spki());
    }

    private static void assertRefused(byte[] request, Suite suite) {
        assertThatThrownBy(() -> CertificationRequests.verify(request, suite)).isInstanceOf(SealException.class);
    }
}
