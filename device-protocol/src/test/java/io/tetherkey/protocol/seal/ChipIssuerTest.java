package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChipIssuerTest {
    private static final Instant UNTIL = TestAuthority.NOW.plus(Duration.ofHours(3));

    @ParameterizedTest
    @EnumSource(Suite.class)
    void certificateIsOneThatAChipTakes(Suite suite) throws Exception {
        var authority = new TestAuthority("root", suite);
        byte[] key = suite.generateKeyPair(RandomSource.secure()).spki();

        List<byte[]> chain = authority.chipIssuer().issue(key, TestAuthority.NOW, UNTIL, RandomSource.secure());

        var leaf = Certificates.verify(chain, authority.root(), CertificatePurpose.CHIP, TestAuthority.NOW);
        assertThat(leaf.spki()).isEqualTo(key);
        assertThat(leaf.suite()).isEqualTo(suite);
        assertThat(leaf.notAfter()).isEqualTo(UNTIL);
        assertThat(authority.chipIssuer().root()).isEqualTo(authority.root());
    }

    @Test
    void keyOfABankOrBytesAreNoIssuer() {
        var authority = new TestAuthority("root");
        byte[] bank = authority
                .issue("bank", CertificatePurpose.BANK)
                .certificateChain()
                .getFirst();
        byte[] key = Suite.CLASSIC.generateKeyPair(RandomSource.secure()).pkcs8();

        assertThat(ChipIssuer.of(key, List.of(bank, authority.root()))).isEmpty();
        assertThat(ChipIssuer.of(key, List.of(new byte[] {1, 2, 3}))).isEmpty();
    }
}
