package io.tetherkey.protocol.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
    private static final HexFormat HEX = HexFormat.of();
    /** An independent strict reader: the CTAP2 canonical form is the nearest published one to this profile. */
    private static final CBOREncodeOptions ORACLE = new CBOREncodeOptions("ctap2canonical=1");

    @Nested
    class Section3 {
        @ParameterizedTest
        @CsvSource({
            "0, 00",
            "23, 17",
            "24, 1818",
            "255, 18ff",
            "256, 190100",
            "65535, 19ffff",
            "65536, 1a00010000",
            "4294967295, 1affffffff",
            "4294967296, 1b0000000100000000",
            "9223372036854775807, 1b7fffffffffffffff",
            "-1, 20",
            "-24, 37",
            "-25, 3818",
            "-256, 38ff",
            "-257, 390100",
            "-9223372036854775808, 3b7fffffffffffffff",
        })
        void integersTakeTheirShortestForm(long number, String hex) throws CborException {
            byte[] bytes = CborEncoder.encode(new CborValue.Int(number));
            assertThat(HEX.formatHex(bytes)).isEqualTo(hex);
            assertThat(CborDecoder.decode(bytes)).isEqualTo(new CborValue.Int(number));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "", // nothing
                    "1817", // 23 in two bytes
                    "1900ff", // 255 in three bytes
                    "1a0000ffff", // 65535 in five bytes
                    "1b00000000ffffffff", // 4294967295 in nine bytes
                    "1bffffffffffffffff", // beyond 64 bits with sign
                    "1c", // reserved length
                    "1f", // indefinite integer
                    "5f4100ff", // indefinite bytes
                    "9fff", // indefinite array
                    "bfff", // indefinite map
                    "c000", // tag
                    "f6", // null
                    "f7", // undefined
                    "f90000", // half float
                    "fb3ff0000000000000", // double
                    "f814", // false in two bytes
                    "0000", // trailing byte
                    "41", // cut off byte string
                    "5b7fffffffffffffff", // length that no memory holds
                    "9b7fffffffffffffff", // count that no memory holds
                    "a201000100", // doubled key
                    "a202000100", // keys out of order
                    "a120002000", // trailing after map
                    "a16100", // text key without value
                    "a1616100", // text key
                    "61ff", // not UTF-8
                    "62c080", // overlong UTF-8
                    "63eda080", // surrogate in UTF-8
                    "818181818181818180", // depth 9
                    "8f", // count beyond what is left
                })
        void everythingElseIsRefused(String hex) {
            assertThatThrownBy(() -> CborDecoder.decode(HEX.parseHex(hex))).isInstanceOf(CborException.class);
        }

        @Test
        void depthEightIsTheDeepest() throws CborException {
            byte[] deep = HEX.parseHex("8181818181818180");
            assertThat(CborEncoder.encode(CborDecoder.decode(deep))).isEqualTo(deep);
        }

        @Test
        void negativeKeysSortBehindPositiveOnes() {
            var map = new TreeMap<Long, CborValue>();
            for (long key : new long[] {-1, 0, 24, -25, 300}) {
                map.put(key, new CborValue.Bool(true));
            }
            assertThat(HEX.formatHex(CborEncoder.encode(new CborValue.MapOf(map))))
                    .isEqualTo("a500f51818f519012cf520f53818f5");
        }

        @Test
        void longestItemIsTheLimit() throws CborException {
            byte[] fits = CborEncoder.encode(new CborValue.Bytes(new byte[CborLimits.MAX_ITEM - 3]));
            assertThat(fits).hasSize(CborLimits.MAX_ITEM);
            assertThat(CborDecoder.decode(fits)).isInstanceOf(CborValue.Bytes.class);
            assertThatThrownBy(() -> CborEncoder.encode(new CborValue.Bytes(new byte[CborLimits.MAX_ITEM - 2])))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CborDecoder.decode(new byte[CborLimits.MAX_ITEM + 1]))
                    .isInstanceOf(CborException.class);
        }

        @Test
        void textWithALoneSurrogateIsNotEncoded() {
            assertThatThrownBy(() -> CborEncoder.encode(new CborValue.Text("\ud800")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class AppendixA {
        /** RFC 8949 appendix A: what is inside the profile comes back byte for byte, all else is refused. */
        @Test
        void isTakenWholeOrRefused() throws IOException {
            int taken = 0;
            int refused = 0;
            try (InputStream in = CborTest.class.getResourceAsStream("/vectors/cbor-rfc8949-appendix-a.json")) {
                for (CBORObject row : CBORObject.ReadJSON(in).getValues()) {
                    byte[] bytes = HEX.parseHex(row.get("hex").AsString());
                    try {
                        assertThat(CborEncoder.encode(CborDecoder.decode(bytes)))
                                .isEqualTo(bytes);
                        taken++;
                    } catch (CborException e) {
                        refused++;
                    }
                }
            }
            // 82 rows: integers up to 64 bits with sign, strings, arrays, integer-keyed maps and booleans are 38 of
            // them.
            assertThat(taken).isEqualTo(31);
            assertThat(refused).isEqualTo(51);
        }
    }

    @Nested
    class Oracle {
        @Test
        void whatIsTakenIsCanonicalForAnIndependentReaderToo() {
            var random = new Random(20_260_101);
            int taken = 0;
            for (int i = 0; i < 300_000; i++) {
                byte[] bytes = mutated(random);
                try {
                    CborValue value = CborDecoder.decode(bytes);
                    assertThat(CborEncoder.encode(value)).isEqualTo(bytes);
                    CBORObject theirs = CBORObject.DecodeFromBytes(bytes, ORACLE);
                    assertThat(theirs.EncodeToBytes(ORACLE)).isEqualTo(bytes);
                    taken++;
                } catch (CborException e) {
                    assertThat(e.getMessage()).isNotEmpty();
                } catch (CBORException e) {
                    // The oracle stops at four levels; this profile goes to eight.
                    assertThat(e.getMessage()).contains("depth");
                }
            }
            assertThat(taken).isGreaterThan(10_000);
        }

        private byte[] mutated(Random random) {
            byte[] base = CborEncoder.encode(value(random, 3));
            if (random.nextBoolean() && base.length > 0) {
                base[random.nextInt(base.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(8) == 0 ? Arrays.copyOf(base, random.nextInt(base.length + 2)) : base;
        }

        private CborValue value(Random random, int depth) {
            return switch (random.nextInt(depth == 0 ? 4 : 6)) {
                case 0 -> new CborValue.Int(random.nextLong() >> random.nextInt(64));
                case 1 -> new CborValue.Bytes(new byte[random.nextInt(30)]);
                case 2 -> new CborValue.Text("a港".repeat(random.nextInt(10)));
                case 3 -> new CborValue.Bool(random.nextBoolean());
                case 4 ->
                    new CborValue.Array(java.util.stream.Stream.generate(() -> value(random, depth - 1))
                            .limit(random.nextInt(4))
                            .toList());
                default -> {
                    var map = new TreeMap<Long, CborValue>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        map.put((long) random.nextInt(600) - 300, value(random, depth - 1));
                    }
                    yield new CborValue.MapOf(map);
                }
            };
        }
    }

    @Nested
    class MapReader {
        @Test
        void fieldThatNobodyReadIsRefused() throws CborException {
            var in = CborMapReader.of(new CborMapWriter().put(1, 5).put(2, "x").encode());
            assertThat(in.integer(1, 0, 10)).isEqualTo(5);
            assertThatThrownBy(in::end).isInstanceOf(CborException.class).hasMessageContaining("2");
        }

        @Test
        void missingMistypedAndOutOfRangeFieldsAreRefused() throws CborException {
            byte[] map = new CborMapWriter()
                    .put(1, 5)
                    .put(2, "xyz")
                    .put(3, new byte[4])
                    .encode();
            assertThatThrownBy(() -> CborMapReader.of(map).integer(4, 0, 9)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).integer(2, 0, 9)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).integer(1, 6, 9)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).text(2, 2)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).bytes(3, 5, 9)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).bytes(3, 0, 3)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).bool(1)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(map).array(1, 3)).isInstanceOf(CborException.class);
            assertThatThrownBy(() -> CborMapReader.of(new byte[] {0})).isInstanceOf(CborException.class);
        }
    }
}
