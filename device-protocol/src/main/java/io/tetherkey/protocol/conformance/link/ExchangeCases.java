package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Requests, replies and what keeps them from being lost or doubled. */
final class ExchangeCases {
    private static final String PHONE = "Link: the phone";
    private static final String GUARANTEE = "What the link guarantees";
    private static final String TYPES = "Frame types";
    private static final byte[] INFO = LinkCodec.encode(new LinkRequest.GetPhoneInfo());
    private static final Duration TWO_RETRANSMISSIONS = Duration.ofMillis(900);

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "LINK-P-23",
                    PHONE,
                    "A request is acknowledged, and its reply carries the request's id.",
                    ExchangeCases::request),
            ConformanceCase.of(
                    "LINK-P-24",
                    GUARANTEE,
                    "A request that is sent again after its reply is acknowledged and not carried out again.",
                    ExchangeCases::requestAgain),
            ConformanceCase.of(
                    "LINK-P-25",
                    PHONE,
                    "A reply without its MSG_ACK is sent again, byte for byte.",
                    ExchangeCases::replyAgain),
            ConformanceCase.of(
                    "LINK-P-26", PHONE, "A reply is not sent again after its MSG_ACK.", ExchangeCases::acknowledged),
            ConformanceCase.of(
                    "LINK-P-27", PHONE, "An ERROR about the reply ends its repetition.", ExchangeCases::replyRefused),
            ConformanceCase.of(
                    "LINK-P-28",
                    PHONE,
                    "The next request says that the reply before it arrived.",
                    ExchangeCases::implicitAcknowledgement),
            ConformanceCase.of(
                    "LINK-P-29", "Frame layout", "The message id FFFFFFFF is taken.", ExchangeCases::highestId),
            ConformanceCase.of("LINK-P-30", PHONE, "A PING is answered by a PONG of its id.", ExchangeCases::ping),
            ConformanceCase.of(
                    "LINK-F-27",
                    PHONE,
                    "MSG, CANCEL and PING on a channel that is not open are refused with BAD_CHANNEL there.",
                    ExchangeCases::foreignChannel),
            ConformanceCase.of(
                    "LINK-F-28",
                    PHONE,
                    "MSG_ACK, KEEPALIVE, PONG, BYE and ERROR on a channel that is not open change nothing.",
                    ExchangeCases::foreignSilence),
            ConformanceCase.of(
                    "LINK-F-29",
                    PHONE,
                    "The channel of a link that another HELLO replaced is refused with BAD_CHANNEL.",
                    ExchangeCases::replacedChannel),
            ConformanceCase.of(
                    "LINK-F-30", PHONE, "Frames that only a phone sends change nothing.", ExchangeCases::phoneFrames),
            ConformanceCase.of(
                    "LINK-F-31", PHONE, "A CANCEL without a request in work changes nothing.", ExchangeCases::cancel),
            ConformanceCase.of(
                    "LINK-F-32", TYPES, "No message travels on channel FFFF.", ExchangeCases::broadcastMessage),
            ConformanceCase.of(
                    "LINK-F-33",
                    PHONE,
                    "A MSG_ACK and an ERROR about a message that was never sent change nothing.",
                    ExchangeCases::foreignAcknowledgement));

    private ExchangeCases() {}

    private static Frame reply(PhoneLine line, long id) throws TransportException, CaseFailure {
        line.sendMessage(id, INFO);
        line.expect(FrameType.MSG_ACK, id);
        return line.expect(FrameType.MSG, id);
    }

    private static void request(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        Frame reply = reply(line, 1);
        CaseFailure.unless(reply.channel() == line.channel(), "the channel of the link", "channel " + reply.channel());
        line.send(FrameType.MSG_ACK, 1);
        line.expectNothing();
    }

    private static void requestAgain(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        reply(line, 1);
        line.send(FrameType.MSG_ACK, 1);
        line.sendMessage(1, INFO);
        line.expect(FrameType.MSG_ACK, 1);
        line.expectNothing();
    }

    private static void replyAgain(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        Frame first = reply(line, 1);
        for (int i = 0; i < 2; i++) {
            Frame again = line.expect(FrameType.MSG, 1);
            CaseFailure.unless(Arrays.equals(first.payload(), again.payload()), "the same bytes", "other bytes");
        }
        line.send(FrameType.MSG_ACK, 1);
    }

    private static void acknowledged(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        reply(line, 1);
        line.send(FrameType.MSG_ACK, 1);
        line.expectNothing();
        line.quiet(TWO_RETRANSMISSIONS);
        line.expectNothing();
    }

    private static void replyRefused(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        reply(line, 1);
        line.send(FrameType.ERROR, 1, (byte) StatusCode.TOO_LARGE.code());
        line.expectNothing();
        line.quiet(TWO_RETRANSMISSIONS);
        line.expectNothing();
    }

    private static void implicitAcknowledgement(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        reply(line, 1);
        reply(line, 2);
        line.send(FrameType.MSG_ACK, 2);
        line.expectNothing();
        line.quiet(TWO_RETRANSMISSIONS);
        line.expectNothing();
    }

    private static void highestId(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        reply(line, FrameLimits.MAX_MESSAGE_ID);
        line.send(FrameType.MSG_ACK, FrameLimits.MAX_MESSAGE_ID);
        line.expectNothing();
    }

    private static void ping(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (long id : new long[] {0, 1, 0x00FF_00FF, FrameLimits.MAX_MESSAGE_ID}) {
            line.send(FrameType.PING, id);
            line.expect(FrameType.PONG, id);
        }
    }

    private static void foreignChannel(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        for (int channel : List.of(0, line.channel() % 0xFFFE + 1, 0xFFFE)) {
            for (FrameType type : List.of(FrameType.MSG, FrameType.CANCEL, FrameType.PING)) {
                line.cable().send(Frame.whole(type, channel, 9, new byte[0]));
                Frame error = line.expectError(StatusCode.BAD_CHANNEL, 9);
                CaseFailure.unless(error.channel() == channel, "channel " + channel, "channel " + error.channel());
            }
        }
        line.expectNothing();
    }

    private static void foreignSilence(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        int channel = line.channel() % 0xFFFE + 1;
        for (FrameType type :
                List.of(FrameType.MSG_ACK, FrameType.KEEPALIVE, FrameType.PONG, FrameType.BYE, FrameType.ERROR)) {
            line.cable().send(Frame.whole(type, channel, 9, new byte[] {1, 0, 0, 0, 0}));
        }
        line.expectNothing();
    }

    private static void replacedChannel(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        PhoneLine first = phone.opened(cable, phone.hello());
        PhoneLine second = phone.opened(cable, phone.hello());
        first.send(FrameType.PING, 5);
        second.expectError(StatusCode.BAD_CHANNEL, 5);
        second.expectNothing();
    }

    private static void phoneFrames(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.send(FrameType.HELLO_OK, 0, line.greeting().payload());
        line.send(FrameType.KEEPALIVE, 1, new byte[5]);
        line.send(FrameType.PONG, 1);
        line.send(FrameType.HELLO, 0, phone.hello().encode());
        line.expectNothing();
        line.cable()
                .send(Frame.whole(FrameType.HELLO_OK, 0xFFFF, 0, line.greeting().payload()));
        line.expectNothing();
    }

    private static void cancel(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.send(FrameType.CANCEL, 1);
        reply(line, 2);
        line.send(FrameType.CANCEL, 2);
        line.send(FrameType.MSG_ACK, 2);
        line.send(FrameType.CANCEL, 2);
        line.expectNothing();
    }

    private static void broadcastMessage(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.cable().send(Frame.whole(FrameType.MSG, FrameLimits.BROADCAST_CHANNEL, 1, INFO));
        line.cable().send(Frame.whole(FrameType.PING, FrameLimits.BROADCAST_CHANNEL, 1, new byte[0]));
        line.expectNothing();
    }

    private static void foreignAcknowledgement(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        Frame reply = reply(line, 3);
        line.send(FrameType.MSG_ACK, 2);
        line.send(FrameType.ERROR, 4, (byte) StatusCode.BUSY.code());
        Frame again = line.expect(FrameType.MSG, 3);
        CaseFailure.unless(Arrays.equals(reply.payload(), again.payload()), "the reply again", "other bytes");
        line.send(FrameType.MSG_ACK, 3);
        line.expectNothing();
    }
}
