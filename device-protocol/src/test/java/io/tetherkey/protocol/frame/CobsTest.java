package io.tetherkey.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CobsTest {
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] counting(int first, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "'', 01",
        "00, 0101",
        "0000, 010101",
        "11220033, 0311220233",
        "11223344, 0511223344",
        "11000000, 0211010101",
    })
    void publishedExamplesHoldInBothDirections(String plain, String encoded) {
        byte[] stuffed = HEX.parseHex(encoded);
        assertThat(Cobs.encode(HEX.parseHex(plain))).isEqualTo(stuffed);
        assertThat(Cobs.decode(stuffed, stuffed.length)).contains(HEX.parseHex(plain));
    }

    @Test
    void runOf254BytesIsOneBlock() {
        byte[] plain = counting(1, 254); // 01 to FE
        byte[] encoded = Cobs.encode(plain);

        assertThat(encoded).hasSize(255).startsWith((byte) 0xFF);
        assertThat(Arrays.copyOfRange(encoded, 1, 255)).isEqualTo(plain);
        assertThat(Cobs.decode(encoded, encoded.length)).contains(plain);
    }

    @Test
    void runOf255BytesBeginsASecondBlock() {
        byte[] encoded = Cobs.encode(counting(1, 255)); // 01 to FF

        assertThat(encoded).hasSize(257).startsWith((byte) 0xFF);
        assertThat(Arrays.copyOfRange(encoded, 255, 257)).containsExactly(0x02, 0xFF);
    }

    @Test
    void zeroAfterAFullBlockIsKept() {
        byte[] plain = counting(1, 255);
        plain[254] = 0;
        byte[] encoded = Cobs.encode(plain);

        assertThat(Arrays.copyOfRange(encoded, 255, 257)).containsExactly(0x01, 0x01);
        assertThat(Cobs.decode(encoded, encoded.length)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "00", // a zero as the code
                "02", // one byte announced, none there
                "0311", // two bytes announced, one there
                "03110022", // a zero inside a run
                "021105", // the second block is cut
            })
    void malformedFormsDecodeToNothing(String encoded) {
        byte[] bytes = HEX.parseHex(encoded);
        assertThat(Cobs.decode(bytes, bytes.length)).isEmpty();
    }

    @Test
    void everyLengthUpToAFrameRoundTripsWithoutAZero() {
        Random random = new Random(254);
        for (int length = 0; length <= FrameLimits.MAX_FRAME; length++) {
            byte[] plain = new byte[length];
            random.nextBytes(plain);
            if (length % 3 == 0) {
                Arrays.fill(plain, (byte) (length % 2));
            }
            byte[] encoded = Cobs.encode(plain);
            assertThat(encoded.length).isBetween(length + 1, FrameLimits.MAX_ENCODED_FRAME);
            for (byte b : encoded) {
                if (b == 0) {
                    throw new AssertionError("zero in the encoded form of length " + length);
                }
            }
            byte[] decoded = Cobs.decode(encoded, encoded.length).orElseThrow();
            if (!Arrays.equals(decoded, plain)) {
                throw new AssertionError("length " + length + " does not round-trip");
            }
        }
    }
}
