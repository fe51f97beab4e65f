package io.tetherkey.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.frame.FrameResult.Accepted;
import io.tetherkey.protocol.frame.FrameResult.Failed;
import io.tetherkey.protocol.frame.FrameResult.Ignored;
import io.tetherkey.protocol.frame.FrameResult.Reason;
import io.tetherkey.protocol.message.StatusCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final Frame FRAGMENT =
            new Frame(1, FrameType.MSG, 7, 0x01020304, 5, 2, new byte[] {(byte) 0xAA, 0, (byte) 0xBB});

    private static final String FRAGMENT_BEFORE_STUFFING = "01" // version
            + "10" // type MSG
            + "0007" // channel
            + "01020304" // message id
            + "00000005" // total
            + "00000002" // offset
            + "AA00BB" // payload
            + "95726756"; // CRC-32C of all before

    private static final String FRAGMENT_ON_THE_WIRE = "03" + "0110" + "06" + "0701020304" + "01" + "01" + "02" + "05"
            + "01" + "01" + "03" + "02AA" + "06" + "BB95726756" + "00";

    /** A frame's bytes with the right checksum, whatever they are. */
    private static FrameResult decodeBody(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        byte[] plain = ByteBuffer.allocate(body.length + 4)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
        byte[] stuffed = Cobs.encode(plain);
        return FrameCodec.decode(stuffed, stuffed.length);
    }

    private static byte[] body(int version, int type, long total, long offset, int length) {
        return ByteBuffer.allocate(16 + length)
                .put((byte) version)
                .put((byte) type)
                .putShort((short) 7)
                .putInt(9)
                .putInt((int) total)
                .putInt((int) offset)
                .array();
    }

    private static FrameResult decodeWire(byte[] wire) {
        assertThat(wire[wire.length - 1]).isZero();
        return FrameCodec.decode(wire, wire.length - 1);
    }

    @Nested
    class Layout {
        @Test
        void checksumIsCrc32C() {
            CRC32C crc = new CRC32C();
            crc.update("123456789".getBytes(StandardCharsets.US_ASCII));
            assertThat(crc.getValue()).isEqualTo(0xE3069283L);
        }

        @Test
        void fragmentIsEncodedFieldByField() {
            byte[] wire = FrameCodec.encode(FRAGMENT);

            assertThat(HEX.formatHex(wire)).isEqualTo(FRAGMENT_ON_THE_WIRE);
            assertThat(Cobs.decode(wire, wire.length - 1)).contains(HEX.parseHex(FRAGMENT_BEFORE_STUFFING));
        }

        @Test
        void fragmentIsDecodedFieldByField() {
            assertThat(decodeWire(HEX.parseHex(FRAGMENT_ON_THE_WIRE))).isEqualTo(new Accepted(FRAGMENT));
        }

        @ParameterizedTest
        @EnumSource
        void everyTypeRoundTripsWithAllFieldsAtTheirLeast(FrameType type) {
            Frame least = new Frame(1, type, 0, 0, 0, 0, new byte[0]);
            assertThat(decodeWire(FrameCodec.encode(least))).isEqualTo(new Accepted(least));
        }

        @ParameterizedTest
        @EnumSource
        void everyTypeRoundTripsWithAllFieldsAtTheirMost(FrameType type) {
            byte[] payload = new byte[4_096];
            Arrays.fill(payload, (byte) 0xFF);
            boolean fragments = type == FrameType.MSG;
            Frame most = new Frame(
                    1, type, 0xFFFF, 0xFFFF_FFFFL, fragments ? 65_536 : 4_096, fragments ? 61_440 : 0, payload);
            byte[] wire = FrameCodec.encode(most);

            assertThat(wire.length).isLessThanOrEqualTo(FrameLimits.MAX_ENCODED_FRAME + 1);
            assertThat(decodeWire(wire)).isEqualTo(new Accepted(most));
        }

        @Test
        void everyPayloadLengthRoundTrips() {
            Random random = new Random(16);
            for (int length = 1; length <= FrameLimits.MAX_PAYLOAD; length++) {
                byte[] payload = new byte[length];
                random.nextBytes(payload);
                Frame frame = Frame.whole(FrameType.MSG, length, length, payload);
                if (!decodeWire(FrameCodec.encode(frame)).equals(new Accepted(frame))) {
                    throw new AssertionError("payload of " + length + " bytes does not round-trip");
                }
            }
        }

        @Test
        void typeCodesAreThoseOfTheSpecification() {
            assertThat(Arrays.stream(FrameType.values()).map(t -> t + " " + Integer.toHexString(t.code())))
                    .containsExactly(
                            "HELLO 1",
                            "HELLO_OK 2",
                            "MSG 10",
                            "MSG_ACK 11",
                            "KEEPALIVE 20",
                            "CANCEL 21",
                            "PING 22",
                            "PONG 23",
                            "BYE 3e",
                            "ERROR 3f");
            for (FrameType type : FrameType.values()) {
                assertThat(FrameType.fromCode(type.code())).contains(type);
            }
            assertThat(FrameType.fromCode(0)).isEmpty();
            assertThat(FrameType.fromCode(-1)).isEmpty();
            assertThat(FrameType.fromCode(0x110)).isEmpty();
        }
    }

    @Nested
    class Noise {
        @Test
        void everyTruncationIsIgnored() {
            byte[] wire = HEX.parseHex(FRAGMENT_ON_THE_WIRE);
            for (int length = 0; length < wire.length - 1; length++) {
                assertThat(FrameCodec.decode(wire, length))
                        .as("first %d bytes", length)
                        .isInstanceOf(Ignored.class);
            }
        }

        @Test
        void everyFlippedBitIsIgnored() {
            byte[] wire = HEX.parseHex(FRAGMENT_ON_THE_WIRE);
            for (int bit = 0; bit < (wire.length - 1) * 8; bit++) {
                byte[] damaged = wire.clone();
                damaged[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(decodeWire(damaged)).as("bit %d", bit).isInstanceOf(Ignored.class);
            }
        }

        @Test
        void trailingByteIsIgnored() {
            byte[] plain = HEX.parseHex(FRAGMENT_BEFORE_STUFFING + "01");
            byte[] stuffed = Cobs.encode(plain);
            assertThat(FrameCodec.decode(stuffed, stuffed.length)).isEqualTo(new Ignored(Reason.BAD_CHECKSUM));
        }

        @Test
        void reasonsAreTold() {
            assertThat(FrameCodec.decode(new byte[0], 0)).isEqualTo(new Ignored(Reason.EMPTY));
            assertThat(FrameCodec.decode(new byte[5_000], 5_000)).isEqualTo(new Ignored(Reason.TOO_LONG));
            assertThat(FrameCodec.decode(new byte[] {9, 9}, 2)).isEqualTo(new Ignored(Reason.BAD_STUFFING));
            assertThat(FrameCodec.decode(new byte[] {3, 9, 9}, 3)).isEqualTo(new Ignored(Reason.TOO_SHORT));
        }
    }

    @Nested
    class BrokenRules {
        @ParameterizedTest
        @ValueSource(ints = {0, 2, 255})
        void otherVersionFails(int version) {
            assertThat(decodeBody(body(version, 0x10, 3, 0, 3))).isEqualTo(new Failed(StatusCode.BAD_VERSION, 7, 9));
        }

        @Test
        void everyUnknownTypeFails() {
            for (int code = 0; code <= 0xFF; code++) {
                FrameResult result = decodeBody(body(1, code, 3, 0, 3));
                if (FrameType.fromCode(code).isEmpty()) {
                    assertThat(result).as("type %d", code).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
                } else {
                    assertThat(result).as("type %d", code).isInstanceOf(Accepted.class);
                }
            }
        }

        @Test
        void messageAboveTheLimitFails() {
            assertThat(decodeBody(body(1, 0x10, 65_536, 0, 3))).isInstanceOf(Accepted.class);
            assertThat(decodeBody(body(1, 0x10, 65_537, 0, 3))).isEqualTo(new Failed(StatusCode.TOO_LARGE, 7, 9));
            assertThat(decodeBody(body(1, 0x10, 0xFFFF_FFFFL, 0, 3))).isEqualTo(new Failed(StatusCode.TOO_LARGE, 7, 9));
        }

        @Test
        void payloadAboveTheLimitFails() {
            assertThat(decodeBody(body(1, 0x10, 4_097, 0, 4_097))).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
        }

        @Test
        void payloadBeyondTheTotalFails() {
            assertThat(decodeBody(body(1, 0x10, 5, 3, 2))).isInstanceOf(Accepted.class);
            assertThat(decodeBody(body(1, 0x10, 5, 3, 3))).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
            assertThat(decodeBody(body(1, 0x10, 5, 0xFFFF_FFFFL, 3))).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
        }

        @Test
        void emptyFragmentOfALongerMessageFails() {
            assertThat(decodeBody(body(1, 0x10, 0, 0, 0))).isInstanceOf(Accepted.class);
            assertThat(decodeBody(body(1, 0x10, 5, 5, 0))).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
        }

        @Test
        void fragmentOfAnythingButAMessageFails() {
            for (FrameType type : FrameType.values()) {
                FrameResult result = decodeBody(body(1, type.code(), 5, 0, 3));
                if (type != FrameType.MSG) {
                    assertThat(result).as("%s", type).isEqualTo(new Failed(StatusCode.BAD_FRAME, 7, 9));
                }
            }
        }

        @Test
        void frameWithAFieldOutOfRangeCannotBeMade() {
            byte[] one = {1};
            assertThatThrownBy(() -> new Frame(256, FrameType.MSG, 0, 0, 1, 0, one))
                    .hasMessageContaining("version");
            assertThatThrownBy(() -> new Frame(1, FrameType.MSG, 65_536, 0, 1, 0, one))
                    .hasMessageContaining("channel");
            assertThatThrownBy(() -> new Frame(1, FrameType.MSG, 0, 1L << 32, 1, 0, one))
                    .hasMessageContaining("message id");
            assertThatThrownBy(() -> new Frame(1, FrameType.MSG, 0, 0, 65_537, 0, one))
                    .hasMessageContaining("total");
            assertThatThrownBy(() -> new Frame(1, FrameType.MSG, 0, 0, 5_000, 0, new byte[4_097]))
                    .hasMessageContaining("payload");
            assertThatThrownBy(() -> new Frame(1, FrameType.MSG, 0, 0, 1, 1, one))
                    .hasMessageContaining("offset");
        }
    }

    @Nested
    class Values {
        @Test
        void payloadIsCopiedInAndOut() {
            byte[] payload = {1, 2, 3};
            Frame frame = Frame.whole(FrameType.MSG, 1, 1, payload);
            payload[0] = 9;
            frame.payload()[1] = 9;

            assertThat(frame.payload()).containsExactly(1, 2, 3);
        }

        @Test
        void textShowsNoPayload() {
            assertThat(FRAGMENT.toString()).isEqualTo("MSG channel 7 message 16909060 bytes 2+3 of 5");
        }

        @Test
        void severalFramesMakeOneWrite() {
            Frame ping = Frame.whole(FrameType.PING, 1, 9, new byte[0]);
            assertThat(HEX.formatHex(FrameCodec.encodeAll(List.of(FRAGMENT, ping))))
                    .isEqualTo(FRAGMENT_ON_THE_WIRE + "03012202010101020901010101010101" + "05CAF3BDC0" + "00");
        }
    }
}
