package io.tetherkey.protocol.conformance.user;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;
import static io.tetherkey.protocol.conformance.Need.TIME;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Pending;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.List;

/** Questions that nobody answers: when the seconds left are over, so is the question. */
final class TimeCases {
    private static final String KEEPALIVE = "KEEPALIVE";

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "USER-F-12",
                    KEEPALIVE,
                    "The question of trust ends with TIMEOUT when its seconds are over.",
                    TimeCases::trust,
                    HANDS,
                    TIME),
            ConformanceCase.of(
                    "USER-F-13",
                    KEEPALIVE,
                    "The question for the payment key ends with TIMEOUT when its seconds are over.",
                    TimeCases::key,
                    BANK,
                    HANDS,
                    TIME),
            ConformanceCase.of(
                    "USER-F-14",
                    KEEPALIVE,
                    "The question for the approval ends with TIMEOUT when its seconds are over, and nothing is signed.",
                    TimeCases::approval,
                    BANK,
                    HANDS,
                    TIME));

    private TimeCases() {}

    /** Waits until what is asked has an end; the link is kept alive meanwhile by answering PINGs. */
    private static void timesOut(PhoneUnderTest phone, PhoneLine line, byte[] command, WaitReason reason)
            throws TransportException, CaseFailure, NotRunException {
        long id = line.nextId();
        line.sendMessage(id, command);
        PhoneStatus status = Pending.awaitUser(line, id, reason);
        CaseFailure.unless(status.secondsLeft() > 0, "seconds left", "none");
        phone.setting().operator().letPass(Duration.ofSeconds(status.secondsLeft()));
        Duration limit = Duration.ofSeconds(status.secondsLeft()).plus(FrameCable.PROMPTLY);
        line.answer(id, limit, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.TIMEOUT);
    }

    private static void trust(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        phone.please("Do nothing about the computer \"Conformance: wait\" for a minute.");
        byte[] command = LinkCodec.encode(new LinkRequest.TrustComputer(phone.random(16), "Conformance: wait"));
        timesOut(phone, phone.line(), command, WaitReason.WAIT_CONSENT);
    }

    private static void timesOut(PhoneUnderTest phone, Talk talk, byte[] message, String sentence)
            throws TransportException, CaseFailure, NotRunException {
        talk.please(sentence);
        byte[] command = LinkCodec.encode(new LinkRequest.Relay(talk.bank().sessionId(), message));
        timesOut(phone, talk.line(), command, WaitReason.WAIT_USER);
        talk.relay(message).requireRefusal(StatusCode.TIMEOUT);
    }

    private static void key(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        timesOut(phone, talk, talk.bank().challenge(KeyDeed.WAIT.attemptsLeft()), KeyDeed.WAIT.sentence());
    }

    private static void approval(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        timesOut(phone, talk, talk.bank().allowed(Payments.of(phone, PaymentDeed.WAIT)), PaymentDeed.WAIT.sentence());
    }
}
