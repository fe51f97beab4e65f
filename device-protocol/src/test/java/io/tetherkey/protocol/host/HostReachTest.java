package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostReachTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "localhost", "169.254.7.9", "fe80::1"})
    void thisComputerAndItsLinksAreNearby(String host) throws Exception {
        assertThat(HostReach.NEARBY.resolve(host)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.42.129", "10.0.0.1", "8.8.8.8", "0.0.0.0", "2001:db8::1", "::", "phone.example"})
    void whateverARouterMayCarryIsNot(String host) {
        TransportException thrown =
                catchThrowableOfType(TransportException.class, () -> HostReach.NEARBY.resolve(host));
        assertThat(thrown.fault()).isEqualTo(TransportFault.NOT_NEARBY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.42.129", "8.8.8.8", "2001:db8::1"})
    void userMayAllowAnyAddress(String host) throws Exception {
        assertThat(HostReach.ANY_HOST.resolve(host).isLoopbackAddress()).isFalse();
    }
}
