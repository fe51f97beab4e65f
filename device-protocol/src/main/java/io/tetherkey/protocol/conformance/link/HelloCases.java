package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.Greeting;
import io.tetherkey.protocol.conformance.phone.HelloFields;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.phone.SerialNumbers;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameLimits;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** How a link is opened. */
final class HelloCases {
    private static final String HELLO = "HELLO";
    private static final String HELLO_OK = "HELLO_OK";
    private static final String PHONE = "Link: the phone";
    private static final int NOISE = 70_000;

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "LINK-P-01",
                    PHONE,
                    "A HELLO is answered by a HELLO_OK with its nonce on channel FFFF.",
                    HelloCases::answered),
            ConformanceCase.of(
                    "LINK-P-02",
                    HELLO_OK,
                    "HELLO_OK keeps its layout: a channel from 0001 to FFFE, a model of 1 to 32 bytes of UTF-8, a"
                            + " maximum message from 4,096.",
                    HelloCases::layout),
            ConformanceCase.of(
                    "LINK-P-03",
                    PHONE,
                    "The HELLO that opened the channel, sent again, gets the same HELLO_OK.",
                    HelloCases::repeated),
            ConformanceCase.of(
                    "LINK-P-04", PHONE, "A HELLO with another nonce opens another channel.", HelloCases::otherNonce),
            ConformanceCase.of(
                    "LINK-P-05",
                    PHONE,
                    "The channel of the next cable is not the one of the cable before.",
                    HelloCases::nextCable),
            ConformanceCase.of(
                    "LINK-P-06",
                    HELLO_OK,
                    "Of the versions 1 to 255 the phone chooses the highest that it speaks, and its range holds 1.",
                    HelloCases::wideRange),
            ConformanceCase.of(
                    "LINK-P-07", HELLO, "Capability bits that have no name are ignored.", HelloCases::capabilities),
            ConformanceCase.of(
                    "LINK-P-08", HELLO, "A PC that takes messages of 4,096 bytes only is served.", HelloCases::small),
            ConformanceCase.of(
                    "LINK-P-09", HELLO, "A PC that takes messages of 2^31 − 1 bytes is served.", HelloCases::large),
            ConformanceCase.of(
                    "LINK-P-10",
                    "Receiving frames",
                    "A modem manager's greeting before the first HELLO is skipped.",
                    HelloCases::greetingOfModem),
            ConformanceCase.of(
                    "LINK-P-11",
                    "Receiving frames",
                    "70,000 bytes of noise before HELLO do not keep the link from being opened.",
                    HelloCases::noise),
            ConformanceCase.of(
                    "LINK-F-01",
                    PHONE,
                    "A HELLO of another length is refused with BAD_FRAME on channel FFFF.",
                    HelloCases::length),
            ConformanceCase.of(
                    "LINK-F-02",
                    HELLO,
                    "A HELLO whose lowest version is above its highest is refused with BAD_FRAME.",
                    phone -> malformed(phone, phone.hello().withVersions(2, 1))),
            ConformanceCase.of(
                    "LINK-F-03",
                    HELLO,
                    "A HELLO with version 0 is refused with BAD_FRAME.",
                    phone -> malformed(phone, phone.hello().withVersions(0, 1))),
            ConformanceCase.of(
                    "LINK-F-04",
                    HELLO,
                    "A HELLO with a maximum message of 4,095 is refused with BAD_FRAME.",
                    phone -> malformed(phone, phone.hello().withMaxMessage(4_095))),
            ConformanceCase.of(
                    "LINK-F-05",
                    HELLO,
                    "A HELLO with a maximum message of 2^31 is refused with BAD_FRAME.",
                    phone -> malformed(phone, phone.hello().withMaxMessage(Integer.MIN_VALUE))),
            ConformanceCase.of(
                    "LINK-F-06",
                    PHONE,
                    "A HELLO without a version in common is refused with BAD_VERSION and the phone's range.",
                    HelloCases::noVersion),
            ConformanceCase.of(
                    "LINK-F-07",
                    PHONE,
                    "A HELLO on another channel than FFFF opens nothing.",
                    HelloCases::otherChannel),
            ConformanceCase.of(
                    "LINK-F-08",
                    HELLO_OK,
                    "HELLO_OK tells nothing but nonce and channel that another HELLO_OK of this phone does not tell,"
                            + " and its model holds no serial number.",
                    HelloCases::anonymous));

    private HelloCases() {}

    private static void answered(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        HelloFields hello = phone.hello();
        cable.write(PhoneLine.helloWire(hello.encode()));
        Frame answer = cable.expect(FrameType.HELLO_OK);
        CaseFailure.unless(
                answer.channel() == FrameLimits.BROADCAST_CHANNEL, "channel FFFF", "channel " + answer.channel());
        CaseFailure.unless(
                Arrays.equals(Greeting.decode(answer.payload()).nonce(), hello.nonce()), "the nonce", "another one");
    }

    private static void layout(PhoneUnderTest phone) throws TransportException, CaseFailure {
        Greeting greeting = phone.line().greeting();
        CaseFailure.unless(greeting.version() == 1, "link version 1", "version " + greeting.version());
        CaseFailure.unless(
                greeting.model().chars().noneMatch(Character::isISOControl), "a product name", "control characters");
    }

    private static void repeated(PhoneUnderTest phone) throws TransportException, CaseFailure {
        HelloFields hello = phone.hello();
        PhoneLine line = phone.opened(phone.cable(), hello);
        line.cable().write(PhoneLine.helloWire(hello.encode()));
        Frame again = line.cable().expect(FrameType.HELLO_OK);
        CaseFailure.unless(
                Arrays.equals(again.payload(), line.greeting().payload()), "the same HELLO_OK", "another one");
        line.expectNothing();
    }

    private static void otherNonce(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        int first = phone.opened(cable, phone.hello()).channel();
        int second = phone.opened(cable, phone.hello()).channel();
        CaseFailure.unless(first != second, "another channel", "channel " + second + " again");
    }

    private static void nextCable(PhoneUnderTest phone) throws TransportException, CaseFailure {
        int first = phone.line().channel();
        int second = phone.line().channel();
        CaseFailure.unless(first != second, "another channel", "channel " + second + " again");
    }

    private static void wideRange(PhoneUnderTest phone) throws TransportException, CaseFailure {
        Greeting greeting =
                phone.opened(phone.cable(), phone.hello().withVersions(1, 255)).greeting();
        CaseFailure.unless(
                greeting.version() == greeting.highest() && greeting.lowest() == 1,
                "the highest version of a range that holds 1",
                greeting.version() + " of " + greeting.lowest() + " to " + greeting.highest());
    }

    private static void capabilities(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.opened(phone.cable(), phone.hello().withCapabilities(-1)).expectNothing();
    }

    private static void small(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.info(phone.opened(phone.cable(), phone.hello().withMaxMessage(4_096)));
    }

    private static void large(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.info(phone.opened(phone.cable(), phone.hello().withMaxMessage(Integer.MAX_VALUE)));
    }

    private static void greetingOfModem(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        cable.write("AT+GCAP\rAT+CGMI\r~\0x7E".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        phone.opened(cable, phone.hello());
    }

    private static void noise(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        byte[] noise = phone.random(NOISE);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == 0 ? 1 : noise[i];
        }
        cable.write(noise);
        phone.opened(cable, phone.hello());
    }

    private static void length(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        byte[] hello = phone.hello().encode();
        refused(cable, Arrays.copyOf(hello, hello.length - 1));
        refused(cable, Arrays.copyOf(hello, hello.length + 1));
        refused(cable, new byte[0]);
    }

    private static void malformed(PhoneUnderTest phone, HelloFields hello) throws TransportException, CaseFailure {
        refused(phone.cable(), hello.encode());
    }

    private static void refused(FrameCable cable, byte[] hello) throws TransportException, CaseFailure {
        cable.write(PhoneLine.helloWire(hello));
        expectError(cable, StatusCode.BAD_FRAME);
    }

    private static Frame expectError(FrameCable cable, StatusCode status) throws TransportException, CaseFailure {
        Frame error = cable.expect(FrameType.ERROR);
        CaseFailure.unless(
                error.channel() == FrameLimits.BROADCAST_CHANNEL
                        && error.length() > 0
                        && error.payload()[0] == status.code(),
                "ERROR " + status + " on channel FFFF",
                FrameCable.describe(error) + " on channel " + error.channel());
        return error;
    }

    private static void noVersion(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        cable.write(PhoneLine.helloWire(phone.hello().withVersions(254, 255).encode()));
        byte[] payload = expectError(cable, StatusCode.BAD_VERSION).payload();
        CaseFailure.unless(
                payload.length == 3 && payload[1] == 1 && payload[2] >= 1,
                "the phone's range of versions",
                payload.length + " bytes");
    }

    private static void otherChannel(PhoneUnderTest phone) throws TransportException, CaseFailure {
        FrameCable cable = phone.cable();
        cable.send(Frame.whole(FrameType.HELLO, 7, 0, phone.hello().encode()));
        phone.opened(cable, phone.hello());
    }

    private static void anonymous(PhoneUnderTest phone) throws TransportException, CaseFailure {
        Greeting first = phone.line().greeting();
        Greeting second = phone.line().greeting();
        CaseFailure.unless(
                Arrays.equals(withoutNonceAndChannel(first), withoutNonceAndChannel(second)),
                "the same HELLO_OK but for nonce and channel",
                "other fields");
        CaseFailure.unless(
                !SerialNumbers.looksLikeOne(first.model()), "a model without a serial number", "one in the model");
    }

    private static byte[] withoutNonceAndChannel(Greeting greeting) {
        byte[] payload = greeting.payload();
        return Arrays.copyOfRange(payload, 10, payload.length);
    }
}
