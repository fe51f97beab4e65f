package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** What the phone makes of bytes between two delimiters. */
final class FrameCases {
    private static final String LAYOUT = "Frame layout";
    private static final String RECEIVING = "Receiving frames";
    private static final int PING = 0x22;
    private static final int MSG = 0x10;
    private static final long ID = 0x0102_0304;

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of("LINK-P-12", RECEIVING, "Delimiters in a row are padding.", FrameCases::padding),
            ConformanceCase.of(
                    "LINK-P-13", RECEIVING, "Two frames in one write are two frames.", FrameCases::twoInOneWrite),
            ConformanceCase.of(
                    "LINK-P-14", RECEIVING, "A frame that comes byte by byte is one frame.", FrameCases::byteByByte),
            ConformanceCase.of(
                    "LINK-P-15",
                    LAYOUT,
                    "A frame with zeros and long runs without any is read back from COBS.",
                    FrameCases::stuffing),
            ConformanceCase.of(
                    "LINK-P-16", "Frame types", "The payload of a PING is disregarded.", FrameCases::pingWithPayload),
            ConformanceCase.of(
                    "LINK-F-09", RECEIVING, "A frame with a wrong checksum is ignored.", FrameCases::checksum),
            ConformanceCase.of("LINK-F-10", RECEIVING, "Bytes that are not COBS are ignored.", FrameCases::notCobs),
            ConformanceCase.of(
                    "LINK-F-11", RECEIVING, "Fewer than 20 bytes after COBS are ignored.", FrameCases::tooShort),
            ConformanceCase.of(
                    "LINK-F-12",
                    RECEIVING,
                    "More than 4,133 bytes before a delimiter are ignored, and the next frame is read.",
                    FrameCases::tooLong),
            ConformanceCase.of(
                    "LINK-F-13",
                    RECEIVING,
                    "A frame of another version is refused with BAD_VERSION and the phone's range.",
                    FrameCases::version),
            ConformanceCase.of(
                    "LINK-F-14",
                    RECEIVING,
                    "A total of 65,537 is refused with TOO_LARGE.",
                    phone -> refused(phone, message(phone, 8).placed(65_537, 0), StatusCode.TOO_LARGE)),
            ConformanceCase.of(
                    "LINK-F-15",
                    RECEIVING,
                    "A total of 2^32 − 1 is refused with TOO_LARGE.",
                    phone -> refused(phone, message(phone, 8).placed(0xFFFF_FFFFL, 0), StatusCode.TOO_LARGE)),
            ConformanceCase.of(
                    "LINK-F-16",
                    LAYOUT,
                    "A payload that ends past the total is refused with BAD_FRAME.",
                    phone -> refused(phone, message(phone, 8).placed(10, 3), StatusCode.BAD_FRAME)),
            ConformanceCase.of(
                    "LINK-F-17",
                    LAYOUT,
                    "An offset of 2^32 − 1 is refused with BAD_FRAME.",
                    phone -> refused(phone, message(phone, 8).placed(8, 0xFFFF_FFFFL), StatusCode.BAD_FRAME)),
            ConformanceCase.of(
                    "LINK-F-18",
                    LAYOUT,
                    "An empty payload of a message that is not empty is refused with BAD_FRAME.",
                    phone -> refused(phone, message(phone, 0).placed(5, 0), StatusCode.BAD_FRAME)),
            ConformanceCase.of(
                    "LINK-F-19",
                    LAYOUT,
                    "A PING that is not whole is refused with BAD_FRAME.",
                    FrameCases::pingInParts),
            ConformanceCase.of(
                    "LINK-F-20",
                    RECEIVING,
                    "A payload of 4,097 bytes is refused with BAD_FRAME.",
                    phone -> refused(phone, message(phone, 4_097), StatusCode.BAD_FRAME)),
            ConformanceCase.of(
                    "LINK-F-21",
                    "Frame types",
                    "A reserved type is refused with BAD_FRAME.",
                    FrameCases::reservedTypes));

    private FrameCases() {}

    private static RawFrame message(PhoneUnderTest phone, int length) throws TransportException, CaseFailure {
        return RawFrame.whole(MSG, phone.line().channel(), ID, new byte[length]);
    }

    /** The link is the one on which the frame was made. */
    private static void refused(PhoneUnderTest phone, RawFrame frame, StatusCode status)
            throws TransportException, CaseFailure {
        PhoneLine line = phone.currentLine();
        line.cable().write(frame.wire());
        Frame error = line.expectError(status, frame.messageId());
        CaseFailure.unless(
                error.channel() == frame.channel(), "ERROR on the frame's channel", "channel " + error.channel());
        line.expectNothing();
    }

    private static void padding(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.cable().write(new byte[64]);
        line.expectNothing();
    }

    private static void twoInOneWrite(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] first = RawFrame.whole(PING, line.channel(), 11).wire();
        byte[] second = RawFrame.whole(PING, line.channel(), 12).wire();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        line.cable().write(both);
        line.expect(FrameType.PONG, 11);
        line.expect(FrameType.PONG, 12);
    }

    private static void byteByByte(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (byte each : RawFrame.whole(PING, line.channel(), 13).wire()) {
            line.cable().write(new byte[] {each});
        }
        line.expect(FrameType.PONG, 13);
    }

    private static void stuffing(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (int length : List.of(230, 234, 235, 254, 255, 508, 4_096)) {
            byte[] payload = new byte[length];
            Arrays.fill(payload, (byte) 0x5A);
            payload[length / 3] = length % 2 == 0 ? (byte) 0 : (byte) 1;
            line.cable()
                    .write(RawFrame.whole(PING, line.channel(), length, payload).wire());
            line.expect(FrameType.PONG, length);
        }
    }

    private static void pingWithPayload(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.send(FrameType.PING, 14, (byte) 1, (byte) 2, (byte) 3);
        line.expect(FrameType.PONG, 14);
    }

    private static void checksum(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] plain = RawFrame.whole(PING, line.channel(), 15).plain();
        for (int at : new int[] {plain.length - 1, plain.length - 4, 7}) {
            byte[] damaged = plain.clone();
            damaged[at] ^= 1;
            line.cable().write(RawFrame.stuffed(damaged));
        }
        line.expectNothing();
    }

    private static void notCobs(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] wire = RawFrame.whole(PING, line.channel(), 16).wire();
        wire[0] = (byte) 0xF0;
        line.cable().write(wire);
        line.expectNothing();
    }

    private static void tooShort(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] plain = RawFrame.whole(PING, line.channel(), 17).plain();
        for (int length = 1; length < plain.length; length++) {
            line.cable().write(RawFrame.stuffed(Arrays.copyOf(plain, length)));
        }
        line.expectNothing();
    }

    private static void tooLong(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] run = new byte[4_134];
        Arrays.fill(run, (byte) 1);
        line.cable().write(run);
        line.cable().write(RawFrame.whole(PING, line.channel(), 18).wire());
        line.expectNothing();
    }

    private static void version(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.cable()
                .write(RawFrame.whole(PING, line.channel(), ID).withVersion(2).wire());
        byte[] payload = line.expectError(StatusCode.BAD_VERSION, ID).payload();
        CaseFailure.unless(payload.length == 3, "the phone's range of versions", payload.length + " bytes");
    }

    private static void pingInParts(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        refused(phone, RawFrame.whole(PING, line.channel(), ID, (byte) 1).placed(2, 0), StatusCode.BAD_FRAME);
        refused(phone, RawFrame.whole(PING, line.channel(), ID, (byte) 1).placed(2, 1), StatusCode.BAD_FRAME);
    }

    private static void reservedTypes(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (int type : List.of(0x00, 0x03, 0x0F, 0x12, 0x1F, 0x24, 0x3D, 0x40, 0xFF)) {
            refused(phone, RawFrame.whole(type, line.channel(), ID), StatusCode.BAD_FRAME);
        }
    }
}
