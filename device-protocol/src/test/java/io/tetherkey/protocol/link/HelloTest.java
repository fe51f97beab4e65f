package io.tetherkey.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NONCE = HEX.parseHex("0102030405060708");

    @Nested
    class OfThePc {
        private static final String LITERAL = "0102030405060708" // nonce
                + "01" // lowest version
                + "02" // highest version
                + "00000005" // capabilities
                + "00010000"; // maximum message

        @Test
        void isEncodedFieldByField() {
            Hello hello = new Hello(NONCE, 1, 2, 5, 65_536);
            assertThat(HEX.formatHex(hello.encode())).isEqualTo(LITERAL);
            assertThat(Hello.decode(HEX.parseHex(LITERAL))).contains(hello);
        }

        @Test
        void offersVersionOneAndTheWholeMessage() {
            assertThat(Hello.of(NONCE)).isEqualTo(new Hello(NONCE, 1, 1, 0, 65_536));
        }

        @Test
        void everyTruncationAndATrailingByteAreTurnedDown() {
            byte[] literal = HEX.parseHex(LITERAL);
            for (int length = 0; length < literal.length; length++) {
                assertThat(Hello.decode(Arrays.copyOf(literal, length))).isEmpty();
            }
            assertThat(Hello.decode(Arrays.copyOf(literal, literal.length + 1))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0102030405060708 00 01 00000000 00010000", // version 0
                    "0102030405060708 02 01 00000000 00010000", // range upside down
                    "0102030405060708 01 01 00000000 00000fff", // maximum message too small
                    "0102030405060708 01 01 00000000 80000000", // maximum message too large
                })
        void valuesOutOfRangeAreTurnedDown(String hex) {
            assertThat(Hello.decode(HEX.parseHex(hex.replace(" ", "")))).isEmpty();
        }

        @Test
        void leastAndMostValuesRoundTrip() {
            for (Hello hello : new Hello[] {
                new Hello(new byte[8], 1, 1, 0, 4_096), new Hello(NONCE, 255, 255, -1, Integer.MAX_VALUE)
            }) {
                assertThat(Hello.decode(hello.encode())).contains(hello);
            }
        }
    }

    @Nested
    class OfThePhone {
        private static final String LITERAL = "0102030405060708" // nonce
                + "0009" // channel
                + "01" // version
                + "01" // lowest version
                + "03" // highest version
                + "00000000" // capabilities
                + "00010000" // maximum message
                + "07" // length of the model
                + "506978656c2039"; // "Pixel 9"

        @Test
        void isEncodedFieldByField() {
            HelloOk answer = new HelloOk(NONCE, 9, 1, 1, 3, 0, 65_536, "Pixel 9");
            assertThat(HEX.formatHex(answer.encode())).isEqualTo(LITERAL);
            assertThat(HelloOk.decode(HEX.parseHex(LITERAL))).contains(answer);
        }

        @Test
        void everyTruncationAndATrailingByteAreTurnedDown() {
            byte[] literal = HEX.parseHex(LITERAL);
            for (int length = 0; length < literal.length; length++) {
                assertThat(HelloOk.decode(Arrays.copyOf(literal, length))).isEmpty();
            }
            assertThat(HelloOk.decode(Arrays.copyOf(literal, literal.length + 1)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0102030405060708 0000 01 01 01 00000000 00010000 01 41", // channel 0
                    "0102030405060708 ffff 01 01 01 00000000 00010000 01 41", // the broadcast channel
                    "0102030405060708 0001 02 01 01 00000000 00010000 01 41", // version above the range
                    "0102030405060708 0001 01 02 03 00000000 00010000 01 41", // version below the range
                    "0102030405060708 0001 01 01 01 00000000 00000fff 01 41", // maximum message too small
                    "0102030405060708 0001 01 01 01 00000000 00010000 00", // no model
                    "0102030405060708 0001 01 01 01 00000000 00010000 02 c328", // not UTF-8
                })
        void valuesOutOfRangeAreTurnedDown(String hex) {
            assertThat(HelloOk.decode(HEX.parseHex(hex.replace(" ", "")))).isEmpty();
        }

        @Test
        void modelHasOneTo32BytesOfUtf8() {
            String longest = "茶".repeat(10) + "ab"; // 32 bytes
            assertThat(HelloOk.decode(HelloOk.of(NONCE, 1, longest).encode())).contains(HelloOk.of(NONCE, 1, longest));
            assertThatThrownBy(() -> HelloOk.of(NONCE, 1, longest + "c")).hasMessageContaining("32 bytes");
            assertThatThrownBy(() -> PhoneLink.start("")).hasMessageContaining("32 bytes");
        }
    }
}
