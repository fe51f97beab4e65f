package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.Fragmenter;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.List;

/** How messages are put together. */
final class FragmentCases {
    private static final String FRAGMENTS = "Fragments";
    private static final int LONGEST_RELAYED = 32_768;
    private static final int LONGEST_MESSAGE = 65_536;
    private static final Duration ASSEMBLY_GONE = Duration.ofMillis(3_500);

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "LINK-P-17", FRAGMENTS, "A message of nine fragments is answered once.", FragmentCases::nine),
            ConformanceCase.of("LINK-P-18", FRAGMENTS, "A message of 65,536 bytes is taken.", FragmentCases::longest),
            ConformanceCase.of(
                    "LINK-P-19",
                    FRAGMENTS,
                    "A repeated message fills in the fragment that was missing.",
                    FragmentCases::filledIn),
            ConformanceCase.of(
                    "LINK-P-20", FRAGMENTS, "A fragment that comes twice is disregarded.", FragmentCases::twice),
            ConformanceCase.of(
                    "LINK-P-21",
                    FRAGMENTS,
                    "A fragment that was damaged on the way is made good by the repetition.",
                    FragmentCases::damaged),
            ConformanceCase.of(
                    "LINK-P-22",
                    "Limits and timeouts",
                    "A message half built is dropped after the assembly timeout, and another one is taken.",
                    FragmentCases::dropped),
            ConformanceCase.of(
                    "LINK-F-22",
                    FRAGMENTS,
                    "A second message while one is in assembly on the channel is refused with BUSY.",
                    FragmentCases::second),
            ConformanceCase.of(
                    "LINK-F-23",
                    FRAGMENTS,
                    "A fragment with another total drops its message and is refused with BAD_FRAME.",
                    FragmentCases::otherTotal),
            ConformanceCase.of(
                    "LINK-F-24",
                    FRAGMENTS,
                    "A fragment of a message that was not begun is disregarded.",
                    FragmentCases::stray),
            ConformanceCase.of(
                    "LINK-F-25",
                    FRAGMENTS,
                    "A fragment past the expected offset is disregarded and leaves no gap.",
                    FragmentCases::gap),
            ConformanceCase.of(
                    "LINK-F-26",
                    FRAGMENTS,
                    "Eight channels that were never opened cannot fill the phone's assembly.",
                    FragmentCases::foreignChannels));

    private FragmentCases() {}

    /** A command that any phone answers at once, whether locked, untrusted or not. */
    private static byte[] relay(PhoneUnderTest phone, int length) {
        return LinkCodec.encode(new LinkRequest.Relay(phone.random(16), new byte[length]));
    }

    private static List<Frame> fragments(PhoneLine line, long id, byte[] message) {
        return Fragmenter.fragments(line.channel(), id, message);
    }

    /** The request is acknowledged, answered once, and nothing follows. */
    private static void answered(PhoneLine line, long id) throws TransportException, CaseFailure {
        line.expect(FrameType.MSG_ACK, id);
        line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING)
                .requireRefusal(StatusCode.LOCKED, StatusCode.CONSENT_REQUIRED, StatusCode.UNKNOWN_SESSION);
        line.expectNothing();
    }

    private static void nine(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.sendMessage(1, relay(phone, LONGEST_RELAYED));
        answered(line, 1);
    }

    private static void longest(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.sendMessage(1, new byte[LONGEST_MESSAGE]);
        line.expect(FrameType.MSG_ACK, 1);
        line.answer(1, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.BAD_ENCODING);
    }

    private static void filledIn(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(0));
        line.cable().send(frames.get(2));
        line.expectNothing();
        for (Frame frame : frames) {
            line.cable().send(frame);
        }
        answered(line, 1);
    }

    private static void twice(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(0));
        line.cable().send(frames.get(0));
        line.cable().send(frames.get(1));
        line.cable().send(frames.get(1));
        line.cable().send(frames.get(2));
        answered(line, 1);
    }

    private static void damaged(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(0));
        byte[] wire = io.tetherkey.protocol.frame.FrameCodec.encode(frames.get(1));
        wire[1_000] ^= 0x55;
        line.cable().write(wire);
        line.cable().send(frames.get(2));
        line.expectNothing();
        line.sendMessage(1, relayBytes(frames));
        answered(line, 1);
    }

    private static byte[] relayBytes(List<Frame> frames) {
        var out = new java.io.ByteArrayOutputStream();
        frames.forEach(frame -> out.writeBytes(frame.payload()));
        return out.toByteArray();
    }

    private static void dropped(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.cable().send(fragments(line, 1, relay(phone, 10_000)).getFirst());
        line.quiet(ASSEMBLY_GONE);
        line.sendMessage(2, relay(phone, 10));
        answered(line, 2);
    }

    private static void second(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(0));
        line.cable().send(fragments(line, 2, relay(phone, 10_000)).getFirst());
        line.expectError(StatusCode.BUSY, 2);
        line.cable().send(frames.get(1));
        line.cable().send(frames.get(2));
        answered(line, 1);
    }

    private static void otherTotal(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.cable().send(fragments(line, 1, new byte[10_000]).get(0));
        line.cable().send(fragments(line, 1, new byte[10_001]).get(1));
        line.expectError(StatusCode.BAD_FRAME, 1);
        line.sendMessage(2, relay(phone, 10));
        answered(line, 2);
    }

    private static void stray(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(1));
        line.cable().send(frames.get(2));
        line.expectNothing();
    }

    private static void gap(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        List<Frame> frames = fragments(line, 1, relay(phone, 10_000));
        line.cable().send(frames.get(0));
        line.cable().send(frames.get(2));
        line.expectNothing();
        line.cable().send(frames.get(1));
        line.expectNothing();
        line.cable().send(frames.get(2));
        answered(line, 1);
    }

    private static void foreignChannels(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (int i = 1; i <= 8; i++) {
            int channel = (line.channel() + i) % 0xFFFE + 1;
            line.cable().send(Fragmenter.fragments(channel, 1, new byte[10_000]).getFirst());
            line.expectError(StatusCode.BAD_CHANNEL, 1);
        }
        line.sendMessage(1, relay(phone, 10_000));
        answered(line, 1);
    }
}
