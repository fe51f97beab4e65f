package io.tetherkey.protocol.conformance.link;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.Greeting;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a link ends, and what comes after. */
final class LifeCases {
    private static final String PHONE = "Link: the phone";
    private static final Duration PING_DUE = Duration.ofSeconds(4);
    private static final Duration LOST = Duration.ofMillis(7_000);

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "LINK-P-31", PHONE, "After BYE the link is over, and the next HELLO opens one.", LifeCases::bye),
            ConformanceCase.of(
                    "LINK-P-32",
                    PHONE,
                    "A cable that is pulled in the middle of a frame does no harm to the next link.",
                    LifeCases::pulledInTheMiddle),
            ConformanceCase.of(
                    "LINK-P-33",
                    PHONE,
                    "A silent PC gets PINGs, and after LOST_AFTER the link is over.",
                    LifeCases::silence),
            ConformanceCase.of(
                    "LINK-P-34",
                    "Capabilities",
                    "A phone that names LONG_REST says nothing for seven seconds at rest, and is there afterwards.",
                    LifeCases::longRest),
            ConformanceCase.of(
                    "LINK-F-34",
                    PHONE,
                    "Noise is no sign of life: a PC that sends only damaged frames is lost.",
                    LifeCases::noiseIsSilence));

    private LifeCases() {}

    private static void bye(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        line.send(FrameType.BYE, 0);
        requireOver(line);
        phone.info(phone.line());
    }

    /** Either the phone closed the connection, or the channel is not open any more. */
    private static void requireOver(PhoneLine line) throws CaseFailure {
        try {
            line.send(FrameType.PING, 77);
            Optional<Frame> frame = line.cable().next(FrameCable.PROMPTLY);
            boolean refused = frame.filter(error -> error.type() == FrameType.ERROR
                            && error.length() > 0
                            && error.payload()[0] == StatusCode.BAD_CHANNEL.code())
                    .isPresent();
            CaseFailure.unless(
                    refused,
                    "the cable closed, or ERROR BAD_CHANNEL",
                    frame.map(FrameCable::describe).orElse("silence"));
        } catch (TransportException _) {
            // Closed, as it should be on a cable that is a connection.
        }
    }

    private static void pulledInTheMiddle(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] wire = RawFrame.whole(0x10, line.channel(), 1, new byte[2_000]).wire();
        line.cable().write(java.util.Arrays.copyOf(wire, wire.length / 2));
        phone.pull();
        phone.line().expectNothing();
    }

    private static void silence(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        long start = System.nanoTime();
        FrameCable cable = line.cable();
        for (int i = 0; i < 2; i++) {
            Frame ping = cable.next(PING_DUE).orElseThrow(() -> new CaseFailure("a PING", "silence"));
            CaseFailure.unless(ping.type() == FrameType.PING, "a PING", FrameCable.describe(ping));
        }
        Duration second = Duration.ofNanos(System.nanoTime() - start);
        CaseFailure.unless(
                second.toMillis() >= 2_500, "the second PING after some 3 s", "after " + second.toMillis() + " ms");
        awaitLoss(cable, start);
        requireOver(line);
    }

    private static void longRest(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.opened(phone.cable(), phone.hello().withCapabilities(Greeting.LONG_REST));
        if (line.greeting().names(Greeting.LONG_REST)) {
            Optional<Frame> frame = line.cable().next(LOST);
            CaseFailure.unless(
                    frame.isEmpty(), "silence", frame.map(FrameCable::describe).orElse(""));
        }
        line.expectNothing();
    }

    private static void awaitLoss(FrameCable cable, long start) throws CaseFailure {
        Duration left = LOST.minusNanos(System.nanoTime() - start);
        cable.awaitEnd(left.isNegative() ? Duration.ZERO : left);
    }

    private static void noiseIsSilence(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        byte[] damaged = RawFrame.whole(0x23, line.channel(), 1).plain();
        damaged[damaged.length - 1] ^= 1;
        long end = System.nanoTime() + LOST.toNanos();
        try {
            while (System.nanoTime() < end) {
                line.cable().write(RawFrame.stuffed(damaged));
                line.cable().next(Duration.ofMillis(200));
            }
        } catch (TransportException _) {
            return;
        }
        requireOver(line);
    }
}
