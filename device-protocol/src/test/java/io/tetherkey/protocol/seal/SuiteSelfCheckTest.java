package io.tetherkey.protocol.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteSelfCheckTest {

    @ParameterizedTest
    @EnumSource(Suite.class)
    void holdsOnAGoodInstallation(Suite suite) {
        assertThat(SuiteSelfCheck.holds(suite, RandomSource.secure())).isTrue();
    }
}
