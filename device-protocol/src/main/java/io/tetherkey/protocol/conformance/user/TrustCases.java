package io.tetherkey.protocol.conformance.user;

import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.Greeting;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.phone.SerialNumbers;
import io.tetherkey.protocol.conformance.talk.Pending;
import io.tetherkey.protocol.frame.Frame;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SealedCredentials;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Who is let in, and what nobody gets before. */
final class TrustCases {
    private static final String COMMANDS = "Commands";
    private static final String WAIT = "Conformance: wait";

    static final List<ConformanceCase> ALL = List.of(
            of("USER-P-01", COMMANDS, "Anyone gets the phone's info: not locked, not trusted.", TrustCases::anyone),
            of("USER-P-02", COMMANDS, "An unknown computer is asked about, and let in on yes.", TrustCases::asked),
            of("USER-P-03", COMMANDS, "A trusted computer is let in again without a question.", TrustCases::known),
            of("USER-P-04", COMMANDS, "The phone has another credential key on each link.", TrustCases::credentialKey),
            of(
                    "USER-P-05",
                    "KEEPALIVE",
                    "While trust is asked, KEEPALIVE tells wait for consent, stage 06 and the seconds left.",
                    TrustCases::reported),
            of(
                    "USER-P-06",
                    "Limits and timeouts",
                    "While a request is in work a KEEPALIVE comes every 250 ms, and the seconds left never grow.",
                    TrustCases::keptAlive),
            of("USER-P-07", "Link: the phone", "A CANCEL ends the question of trust.", TrustCases::cancelled),
            of(
                    "USER-P-08",
                    COMMANDS,
                    "The question of trust ends with the cable, and the next computer is asked about.",
                    TrustCases::pulled),
            of(
                    "USER-P-09",
                    COMMANDS,
                    "A locked phone tells that it is locked, and that nobody is trusted.",
                    phone -> phone.whileLocked(line -> locked(phone, line))),
            of(
                    "USER-P-10",
                    COMMANDS,
                    "TrustComputer waits for the unlock with the reason wait for unlock.",
                    TrustCases::waitsForUnlock),
            of(
                    "USER-P-23",
                    "Capabilities",
                    "A phone that names LOCK_NEWS tells by itself that it was locked, and that it was unlocked.",
                    TrustCases::lockNews),
            of(
                    "USER-F-01",
                    COMMANDS,
                    "Before trust every other command is refused with CONSENT_REQUIRED.",
                    phone -> refusedEverywhere(phone, phone.line(), StatusCode.CONSENT_REQUIRED)),
            of(
                    "USER-F-02",
                    COMMANDS,
                    "A locked phone refuses every other command with LOCKED, also to a trusted computer.",
                    phone -> phone.whileLocked(line -> refusedEverywhere(phone, line, StatusCode.LOCKED))),
            of(
                    "USER-F-03",
                    COMMANDS,
                    "Consent lasts for one plug-in: on the next cable a trusted computer has to introduce itself.",
                    TrustCases::nextPlugIn),
            of("USER-F-04", COMMANDS, "A computer that the user declines stays out.", TrustCases::declined),
            of("USER-F-05", COMMANDS, "A computer about which the user presses cancel stays out.", TrustCases::left),
            of(
                    "USER-F-06",
                    "Link: the phone",
                    "A request while the user is asked is refused with BUSY.",
                    TrustCases::busy),
            of("USER-F-07", COMMANDS, "The model in PhoneInfo holds no serial number.", TrustCases::noSerialNumber));

    private TrustCases() {}

    private static ConformanceCase of(String id, String section, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, section, requirement, deed, HANDS);
    }

    private static byte[] introduction(PhoneUnderTest phone, String name) {
        return LinkCodec.encode(new LinkRequest.TrustComputer(phone.random(16), name));
    }

    /** Asks to be let in and goes on while the question stands. */
    private static long asking(PhoneUnderTest phone, PhoneLine line) throws TransportException {
        phone.please("Do nothing about the computer \"" + WAIT + "\".");
        long id = line.nextId();
        line.sendMessage(id, introduction(phone, WAIT));
        return id;
    }

    private static void anyone(PhoneUnderTest phone) throws TransportException, CaseFailure {
        LinkReply.PhoneInfo info = phone.info(phone.line());
        CaseFailure.unless(!info.locked() && !info.trusted(), "not locked, not trusted", "something else");
    }

    private static void asked(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        phone.please("Let the phone trust the computer \"Conformance: approve\".");
        phone.trust(line, phone.random(16), "Conformance: approve").reply(LinkReply.Done.class);
        CaseFailure.unless(phone.info(line).trusted(), "trusted", "not trusted");
        phone.slots(line);
    }

    private static void known(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.trusted();
        PhoneLine line = phone.line();
        List<PhoneStatus> told = new ArrayList<>();
        byte[] request = LinkCodec.encode(new LinkRequest.TrustComputer(phone.computerId(), "Conformance: wait"));
        line.call(request, FrameCable.PROMPTLY, (on, id, status) -> told.add(status))
                .reply(LinkReply.Done.class);
        CaseFailure.unless(
                told.stream().noneMatch(each -> each.stage() == Stage.TRUST_COMPUTER), "no question", "a question");
    }

    private static void credentialKey(PhoneUnderTest phone) throws TransportException, CaseFailure {
        byte[] first = phone.info(phone.line()).credentialKey();
        byte[] second = phone.info(phone.line()).credentialKey();
        CaseFailure.unless(!Arrays.equals(first, second), "another key", "the same key");
    }

    private static void reported(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        long id = asking(phone, line);
        PhoneStatus status = Pending.awaitUser(line, id, WaitReason.WAIT_CONSENT);
        CaseFailure.unless(
                status.stage() == Stage.TRUST_COMPUTER && status.secondsLeft() > 0,
                "stage 06 and seconds left",
                status.stage() + ", " + status.secondsLeft() + " s");
    }

    private static void keptAlive(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        long id = asking(phone, line);
        PhoneStatus before = Pending.awaitUser(line, id, WaitReason.WAIT_CONSENT);
        long start = System.nanoTime();
        int reports = 8;
        for (int i = 0; i < reports; i++) {
            PhoneStatus now = Pending.awaitUser(line, id, WaitReason.WAIT_CONSENT);
            CaseFailure.unless(
                    now.secondsLeft() <= before.secondsLeft(),
                    "at most " + before.secondsLeft() + " s left",
                    now.secondsLeft() + " s left");
            before = now;
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        CaseFailure.unless(millis <= reports * 1_000, "8 reports in some 2 s", "in " + millis + " ms");
    }

    private static void cancelled(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        long id = asking(phone, line);
        Pending.awaitUser(line, id, WaitReason.WAIT_CONSENT);
        line.send(FrameType.CANCEL, id);
        line.send(FrameType.CANCEL, id);
        line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.CANCELLED);
        line.expectNothing();
        refusedEverywhere(phone, line, StatusCode.CONSENT_REQUIRED);
    }

    private static void pulled(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        Pending.awaitUser(line, asking(phone, line), WaitReason.WAIT_CONSENT);
        phone.pull();
        asked(phone);
    }

    private static void locked(PhoneUnderTest phone, PhoneLine line) throws TransportException, CaseFailure {
        LinkReply.PhoneInfo info = phone.info(line);
        CaseFailure.unless(info.locked() && !info.trusted(), "locked, nobody trusted", "something else");
    }

    private static void waitsForUnlock(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        phone.whileLocked(line -> {
            long id = line.nextId();
            line.sendMessage(
                    id, LinkCodec.encode(new LinkRequest.TrustComputer(phone.computerId(), "Conformance: approve")));
            PhoneStatus status = Pending.awaitUser(line, id, WaitReason.WAIT_UNLOCK);
            CaseFailure.unless(
                    status.stage() == Stage.UNLOCK, "stage 07", status.stage().toString());
            line.send(FrameType.CANCEL, id);
            line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.CANCELLED);
        });
    }

    private static void lockNews(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.opened(phone.cable(), phone.hello().withCapabilities(Greeting.LOCK_NEWS));
        if (!line.greeting().names(Greeting.LOCK_NEWS)) {
            return;
        }
        phone.introduce(line);
        phone.please("Decline the question, lock the phone, and unlock it some seconds later.");
        phone.trust(line, phone.random(16), "Conformance: lock").requireRefusal(StatusCode.DECLINED);
        requireNews(phone, line, WaitReason.WAIT_UNLOCK, Stage.UNLOCK);
        requireNews(phone, line, WaitReason.PROCESSING, Stage.IDLE);
    }

    private static void requireNews(PhoneUnderTest phone, PhoneLine line, WaitReason reason, Stage stage)
            throws TransportException, CaseFailure {
        String wanted = "KEEPALIVE of message 0 with " + reason + " and " + stage;
        long deadline = System.nanoTime() + phone.setting().patience().toNanos();
        Frame frame = nextOf(line, deadline, wanted);
        while (frame.type() == FrameType.PING) {
            line.send(FrameType.PONG, frame.messageId());
            frame = nextOf(line, deadline, wanted);
        }
        byte[] expected = new PhoneStatus(reason, stage, 0, OptionalInt.empty()).encode();
        CaseFailure.unless(
                frame.type() == FrameType.KEEPALIVE
                        && frame.messageId() == 0
                        && Arrays.equals(frame.payload(), expected),
                wanted,
                FrameCable.describe(frame) + " of message " + frame.messageId());
    }

    private static Frame nextOf(PhoneLine line, long deadline, String wanted) throws TransportException, CaseFailure {
        return line.cable()
                .next(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1)))
                .orElseThrow(() -> new CaseFailure(wanted, "silence"));
    }

    private static void refusedEverywhere(PhoneUnderTest phone, PhoneLine line, StatusCode status)
            throws TransportException, CaseFailure {
        SealedCredentials credentials = new SealedCredentials(new byte[32], phone.random(528));
        List<LinkRequest> requests = List.of(
                new LinkRequest.ListSlots(),
                new LinkRequest.ListRecords(0),
                new LinkRequest.Wink(),
                new LinkRequest.OpenSession("harbour", phone.random(500), "https://conformance.test", credentials),
                new LinkRequest.Relay(phone.random(16), phone.random(100)),
                new LinkRequest.BeginEnrolment("harbour", phone.random(500), phone.random(500), credentials),
                new LinkRequest.DeleteSlot("no slot"),
                new LinkRequest.ListComputers(),
                new LinkRequest.RevokeComputer(phone.random(8)));
        for (LinkRequest request : requests) {
            line.call(request).requireRefusal(status);
        }
    }

    private static void nextPlugIn(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.slots(phone.trusted());
        refusedEverywhere(phone, phone.line(), StatusCode.CONSENT_REQUIRED);
    }

    private static void refused(PhoneUnderTest phone, String name, String sentence, StatusCode status)
            throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        phone.please(sentence);
        phone.trust(line, phone.random(16), name).requireRefusal(status);
        refusedEverywhere(phone, line, StatusCode.CONSENT_REQUIRED);
    }

    private static void declined(PhoneUnderTest phone) throws TransportException, CaseFailure {
        refused(
                phone,
                "Conformance: decline",
                "Do not trust the computer \"Conformance: decline\".",
                StatusCode.DECLINED);
    }

    private static void left(PhoneUnderTest phone) throws TransportException, CaseFailure {
        refused(
                phone,
                "Conformance: cancel",
                "Press cancel when asked about the computer \"Conformance: cancel\".",
                StatusCode.CANCELLED);
    }

    private static void busy(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.line();
        long id = asking(phone, line);
        Pending.awaitUser(line, id, WaitReason.WAIT_CONSENT);
        long second = line.nextId();
        line.sendMessage(second, LinkCodec.encode(new LinkRequest.GetPhoneInfo()));
        line.expectError(StatusCode.BUSY, second);
        line.send(FrameType.CANCEL, id);
        line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.CANCELLED);
    }

    private static void noSerialNumber(PhoneUnderTest phone) throws TransportException, CaseFailure {
        String model = phone.info(phone.line()).model();
        CaseFailure.unless(!SerialNumbers.looksLikeOne(model), "a model without a serial number", "one in the model");
    }
}
