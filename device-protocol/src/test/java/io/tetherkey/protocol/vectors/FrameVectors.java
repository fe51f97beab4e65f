package io.tetherkey.protocol.vectors;

import io.tetherkey.protocol.frame.Cobs;
import io.tetherkey.protocol.frame.Fragmenter;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameCodec;
import io.tetherkey.protocol.frame.FrameResult;
import io.tetherkey.protocol.frame.FrameType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** Byte stuffing, checksums, frames on the wire, a message in fragments, and what is ignored or failed. */
final class FrameVectors {
    private static final HexFormat HEX = HexFormat.of();

    private FrameVectors() {}

    static JsonObject file() {
        return VectorFiles.head("frames on the wire")
                .put("section", "Frames")
                .put("crc32c", List.of(crc(""), crc("00"), crc("313233343536373839"), crc("ff".repeat(32))))
                .put(
                        "cobs",
                        List.of(
                                cobs("", "nothing"),
                                cobs("00", "one zero"),
                                cobs("0000", "two zeros"),
                                cobs("11220033", "a zero in the middle"),
                                cobs("11000000", "zeros at the end"),
                                cobs(run(1, 253), "a run of 253"),
                                cobs(run(1, 254), "a run of 254 at the end takes no empty one behind it"),
                                cobs("00" + run(1, 254), "a zero before a run of 254"),
                                cobs(run(1, 255), "a run of 255"),
                                cobs(run(1, 254) + "00", "a zero after a run of 254")))
                .put(
                        "cobs_refused",
                        List.of(
                                bytes("00", "a zero inside"),
                                bytes("05112233", "a code past the end"),
                                bytes("0311", "the same")))
                .put(
                        "frames",
                        List.of(
                                frame(
                                        "HELLO",
                                        Frame.whole(
                                                FrameType.HELLO,
                                                0xFFFF,
                                                0,
                                                HEX.parseHex("0102030405060708" + "01010000000000010000"))),
                                frame(
                                        "the example of the document",
                                        new Frame(1, FrameType.MSG, 7, 0x01020304L, 5, 2, HEX.parseHex("aa00bb"))),
                                frame("an empty message", Frame.whole(FrameType.MSG, 1, 1, new byte[0])),
                                frame("MSG_ACK", Frame.whole(FrameType.MSG_ACK, 1, 1, new byte[0])),
                                frame(
                                        "KEEPALIVE: the user is asked for the payment key, 119 s, ten tries",
                                        Frame.whole(FrameType.KEEPALIVE, 1, 2, HEX.parseHex("040200770a"))),
                                frame("ERROR BUSY", Frame.whole(FrameType.ERROR, 1, 3, new byte[] {0x02}))))
                .put("message_in_fragments", fragmented())
                .put(
                        "not_taken",
                        List.of(
                                outcome("", "two delimiters in a row"),
                                outcome(run(1, 254).repeat(17), "longer than any frame"),
                                outcome("05112233", "not COBS"),
                                outcome(stuffed("0110000100000001"), "fewer than 20 bytes"),
                                outcome(damaged(), "the checksum is wrong"),
                                outcome(raw("02100001000000010000000000000000"), "version 2"),
                                outcome(raw("01100001000000010001000100000000aa"), "total 65,537"),
                                outcome(raw("01400001000000010000000100000000aa"), "unknown type 40"),
                                outcome(raw("01100001000000010000000100000001aa"), "offset + n above total"),
                                outcome(raw("01100001000000010000000100000000"), "nothing of a message of one byte"),
                                outcome(
                                        raw("01200001000000010000000600000000aabbccddee"),
                                        "a KEEPALIVE that is not whole"),
                                outcome(
                                        raw("0110000100000001000020000000" + "0000" + "00".repeat(4097)),
                                        "payload of 4,097")));
    }

    private static JsonObject crc(String hex) {
        var crc = new CRC32C();
        crc.update(HEX.parseHex(hex));
        return new JsonObject().put("bytes", hex).put("crc32c", "%08x".formatted(crc.getValue()));
    }

    private static JsonObject cobs(String hex, String meaning) {
        return new JsonObject()
                .put("meaning", meaning)
                .put("plain", hex)
                .put("encoded", Cobs.encode(HEX.parseHex(hex)));
    }

    private static JsonObject bytes(String hex, String meaning) {
        return new JsonObject().put("meaning", meaning).put("bytes", hex);
    }

    private static JsonObject frame(String meaning, Frame frame) {
        return new JsonObject()
                .put("meaning", meaning)
                .put("version", frame.version())
                .put("type", "%02x".formatted(frame.type().code()))
                .put("channel", frame.channel())
                .put("message_id", frame.messageId())
                .put("total", frame.total())
                .put("offset", frame.offset())
                .put("payload", frame.payload())
                .put("wire", FrameCodec.encode(frame));
    }

    private static JsonObject fragmented() {
        byte[] message = new VectorRandom("a message in fragments").bytes(9_000);
        List<Frame> fragments = Fragmenter.fragments(3, 42, message);
        return new JsonObject()
                .put("meaning", "9,000 bytes in three fragments of 4,096, 4,096 and 808 bytes, in one write")
                .put("section", "Fragments")
                .put("channel", 3)
                .put("message_id", 42)
                .put("message", message)
                .put("wire", fragments.stream().map(FrameCodec::encode).toList());
    }

    private static JsonObject outcome(String hex, String meaning) {
        byte[] bytes = HEX.parseHex(hex);
        var json = bytes(hex, meaning).put("section", "Receiving frames");
        return switch (FrameCodec.decode(bytes, bytes.length)) {
            case FrameResult.Ignored ignored -> json.put("outcome", "ignored");
            case FrameResult.Failed failed ->
                json.put("outcome", "failed")
                        .put("status", failed.status().name())
                        .put("code", "%02x".formatted(failed.status().code()));
            case FrameResult.Accepted accepted -> throw new AssertionError("taken: " + meaning);
        };
    }

    /** A frame with these bytes before the checksum, stuffed and without its delimiter. */
    private static String raw(String body) {
        byte[] bytes = HEX.parseHex(body);
        var crc = new CRC32C();
        crc.update(bytes);
        return HEX.formatHex(Cobs.encode(ByteBuffer.allocate(bytes.length + 4)
                .put(bytes)
                .putInt((int) crc.getValue())
                .array()));
    }

    private static String stuffed(String body) {
        return HEX.formatHex(Cobs.encode(HEX.parseHex(body)));
    }

    private static String damaged() {
        byte[] good = Cobs.encode("a frame of twenty bytes or more".getBytes(StandardCharsets.US_ASCII));
        return HEX.formatHex(good);
    }

    /** The bytes from {@code first} on, {@code length} of them, none of them zero. */
    private static String run(int first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i % 255);
        }
        return HEX.formatHex(Arrays.copyOf(bytes, length));
    }
}
