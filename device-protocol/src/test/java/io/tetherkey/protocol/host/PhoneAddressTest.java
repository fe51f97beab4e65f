package io.tetherkey.protocol.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:7337",
                "tcp://localhost:1",
                "tcp://[::1]:65535",
                "serial:/dev/ttyACM0",
                "serial:COM3",
                "usb:1-2.4",
                "memory:alice"
            })
    void spellingIsKept(String text) {
        assertThat(PhoneAddress.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:7337",
                "tcp:127.0.0.1:7337",
                "tcp://127.0.0.1",
                "tcp://127.0.0.1:",
                "tcp://:7337",
                "tcp://127.0.0.1:0",
                "tcp://127.0.0.1:65536",
                "tcp://127.0.0.1:+80",
                "tcp://127.0.0.1:٧",
                "tcp://127.0.0.1:7337 ",
                "serial:",
                "usb:1\n2",
                "usb:1",
                "usb:1-",
                "usb:0-1",
                "usb:1-2..4",
                "usb:1-2.0",
                "usb:-1-2",
                "usb:1-1.1.1.1.1.1.1.1",
                "usb:1-1000",
                "http://127.0.0.1:7337"
            })
    void anythingElseIsNoAddress(String text) {
        assertThat(PhoneAddress.parse(text)).isEmpty();
    }

    @Test
    void tcpAddressHasHostAndPort() {
        PhoneAddress v4 = PhoneAddress.tcp("192.168.42.129", 7_337);
        PhoneAddress v6 = PhoneAddress.parse("tcp://[fe80::1]:9").orElseThrow();

        assertThat(v4).hasToString("tcp://192.168.42.129:7337");
        assertThat(v4.host() + " " + v4.port()).isEqualTo("192.168.42.129 7337");
        assertThat(v6.host() + " " + v6.port()).isEqualTo("fe80::1 9");
    }
}
