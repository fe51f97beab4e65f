package io.tetherkey.protocol.conformance.user;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.FrameCable;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Authorized;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Pending;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.frame.FrameType;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** What the user is asked, shown and able to refuse in a payment. */
final class PaymentCases {
    private static final String CHIP = "Chip";
    private static final String KEEPALIVE = "KEEPALIVE";
    private static final String LINK = "Link: the phone";

    static final List<ConformanceCase> ALL = List.of(
            of(
                    "USER-P-11",
                    KEEPALIVE,
                    "While the payment key is asked, KEEPALIVE tells wait for the user, stage 02 and the attempts left.",
                    PaymentCases::keyReported),
            of(
                    "USER-P-12",
                    KEEPALIVE,
                    "After a failed login KEEPALIVE tells stage 03 and the attempts that the bank told.",
                    PaymentCases::wrongKeyReported),
            of(
                    "USER-P-13",
                    KEEPALIVE,
                    "While the payment is shown, KEEPALIVE tells wait for the user and stage 04.",
                    PaymentCases::approvalReported),
            of(
                    "USER-P-14",
                    CHIP,
                    "The phone shows payee, account and amount as the bank told them, and signs these.",
                    PaymentCases::shownIsSigned),
            of("USER-P-15", CHIP, "A declined payment is signed as declined and ends so.", PaymentCases::declined),
            of("USER-P-16", "Padding", "Approved and declined are equally long on the wire.", PaymentCases::equalSizes),
            of(
                    "USER-P-17",
                    LINK,
                    "A CANCEL while the payment key is asked ends the session as cancelled.",
                    PaymentCases::cancelAtKey),
            of(
                    "USER-P-18",
                    LINK,
                    "A CANCEL while the payment is shown ends the session as cancelled.",
                    PaymentCases::cancelAtApproval),
            of(
                    "USER-P-19",
                    "Link: the PC",
                    "A CANCEL after the signature gets the signature.",
                    PaymentCases::cancelAfterSignature),
            of(
                    "USER-P-20",
                    "Status codes",
                    "Cancel on the phone while the payment key is asked answers CANCELLED.",
                    PaymentCases::leftAtKey),
            of(
                    "USER-P-21",
                    "Status codes",
                    "Cancel on the phone while the payment is shown answers CANCELLED.",
                    PaymentCases::leftAtApproval),
            of("USER-P-22", LINK, "A PING is answered while the user is asked.", PaymentCases::pingMeanwhile),
            of(
                    "USER-F-08",
                    CHIP,
                    "A payment cannot be approved before the end of its text was in view.",
                    PaymentCases::hurried),
            of(
                    "USER-F-09",
                    LINK,
                    "A CANCEL of another message does not end what the user is asked.",
                    PaymentCases::cancelOfAnother),
            of(
                    "USER-F-10",
                    CHIP,
                    "After a signature the user is not asked again for the same message.",
                    PaymentCases::notAskedAgain),
            of(
                    "USER-F-11",
                    "Status codes",
                    "A session of this computer is unknown to every other one.",
                    PaymentCases::otherComputer));

    private PaymentCases() {}

    private static ConformanceCase of(String id, String section, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, section, requirement, deed, BANK, HANDS);
    }

    private static byte[] challenge(Talk talk) throws TransportException, CaseFailure {
        talk.accept();
        return talk.bank().challenge(KeyDeed.WAIT.attemptsLeft());
    }

    private static byte[] shown(PhoneUnderTest phone, Talk talk) throws TransportException, CaseFailure {
        talk.login();
        return talk.bank().allowed(Payments.of(phone, PaymentDeed.WAIT));
    }

    private static void requireStage(PhoneStatus status, Stage stage) throws CaseFailure {
        CaseFailure.unless(
                status.stage() == stage && status.secondsLeft() > 0,
                stage + " with seconds left",
                status.stage() + ", " + status.secondsLeft() + " s");
    }

    private static void requireAttempts(PhoneStatus status, int left) throws CaseFailure {
        CaseFailure.unless(
                status.attemptsLeft().orElse(-1) == left,
                left + " attempts left",
                "attempts left " + status.attemptsLeft());
    }

    private static void keyReported(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = challenge(talk);
        PhoneStatus status = Pending.at(talk, challenge, KeyDeed.WAIT.sentence());
        requireStage(status, Stage.ENTER_PAYMENT_KEY);
        requireAttempts(status, KeyDeed.WAIT.attemptsLeft());
        talk.pull();
        talk.giveUp(challenge);
    }

    private static void wrongKeyReported(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        byte[] failed = talk.bank().failed(KeyDeed.WAIT.attemptsLeft());
        PhoneStatus status = Pending.at(talk, failed, KeyDeed.WAIT.sentence());
        requireStage(status, Stage.PAYMENT_KEY_WRONG);
        requireAttempts(status, KeyDeed.WAIT.attemptsLeft());
        talk.pull();
        talk.giveUp(failed);
    }

    private static void approvalReported(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] result = shown(phone, talk);
        requireStage(Pending.at(talk, result, PaymentDeed.WAIT.sentence()), Stage.CONFIRM_PAYMENT);
        talk.pull();
        talk.giveUp(result);
    }

    private static void requireDecision(Authorized authorized, Decision expected) throws CaseFailure {
        Decision decision = authorized.evidence().facts().decision();
        CaseFailure.unless(decision == expected, expected.toString(), decision.toString());
    }

    private static Authorized authorized(PhoneUnderTest phone, PaymentDeed deed)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        return talk.authorize(Payments.of(phone, deed), deed);
    }

    private static void shownIsSigned(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        requireDecision(authorized(phone, PaymentDeed.COMPARE), Decision.APPROVED);
    }

    private static void declined(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized declined = talk.authorize(Payments.of(phone, PaymentDeed.DECLINE), PaymentDeed.DECLINE);
        requireDecision(declined, Decision.DECLINED);
        LinkReply.Ended ended = talk.finish(declined, Verdict.DECLINED);
        CaseFailure.unless(
                ended.outcome().result() == SlotResult.DECLINED,
                "declined",
                ended.outcome().result().toString());
    }

    private static int length(PhoneUnderTest phone, PaymentDeed deed)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        byte[] result = talk.bank().allowed(Payments.of(phone, deed));
        return talk.forwarded(talk.ask(result, deed.sentence())).length;
    }

    private static void equalSizes(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        int yes = length(phone, PaymentDeed.APPROVE);
        int no = length(phone, PaymentDeed.DECLINE);
        CaseFailure.unless(yes == no, "equal lengths", yes + " and " + no + " bytes");
    }

    /** Sends a message, waits for the question, and cancels. */
    private static void cancel(Talk talk, byte[] message, String sentence) throws TransportException, CaseFailure {
        talk.please(sentence);
        PhoneLine line = talk.line();
        long id = line.nextId();
        line.sendMessage(id, command(talk, message));
        Pending.awaitUser(line, id, WaitReason.WAIT_USER);
        line.send(FrameType.CANCEL, id);
        line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING).requireRefusal(StatusCode.CANCELLED);
        talk.relay(message).requireRefusal(StatusCode.CANCELLED);
    }

    private static byte[] command(Talk talk, byte[] message) {
        return LinkCodec.encode(new LinkRequest.Relay(talk.bank().sessionId(), message));
    }

    private static void cancelAtKey(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        cancel(talk, challenge(talk), KeyDeed.WAIT.sentence());
    }

    private static void cancelAtApproval(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        cancel(talk, shown(phone, talk), PaymentDeed.WAIT.sentence());
    }

    private static void cancelAfterSignature(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized signed = talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
        PhoneLine line = talk.line();
        long id = line.nextId();
        line.sendMessage(id, command(talk, signed.asked()));
        line.send(FrameType.CANCEL, id);
        Answer answer = line.answer(id, FrameCable.PROMPTLY, PhoneLine.Watch.NOTHING);
        CaseFailure.unless(Arrays.equals(talk.forwarded(answer), signed.message()), "the Authorization", "other bytes");
    }

    private static void leftAtKey(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        talk.ask(talk.bank().challenge(KeyDeed.CANCEL.attemptsLeft()), KeyDeed.CANCEL.sentence())
                .requireRefusal(StatusCode.CANCELLED);
    }

    private static void leftAtApproval(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        talk.ask(talk.bank().allowed(Payments.of(phone, PaymentDeed.CANCEL)), PaymentDeed.CANCEL.sentence())
                .requireRefusal(StatusCode.CANCELLED);
    }

    private static void pingMeanwhile(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = challenge(talk);
        Pending.at(talk, challenge, KeyDeed.WAIT.sentence());
        talk.line().send(FrameType.PING, 4_711);
        talk.line().expect(FrameType.PONG, 4_711);
        talk.pull();
        talk.giveUp(challenge);
    }

    private static void hurried(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        requireDecision(authorized(phone, PaymentDeed.HURRY), Decision.DECLINED);
    }

    private static void cancelOfAnother(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = challenge(talk);
        talk.please(KeyDeed.WAIT.sentence());
        PhoneLine line = talk.line();
        long id = line.nextId();
        line.sendMessage(id, command(talk, challenge));
        Pending.awaitUser(line, id, WaitReason.WAIT_USER);
        line.send(FrameType.CANCEL, id - 1);
        line.send(FrameType.CANCEL, id + 1);
        Pending.awaitUser(line, id, WaitReason.WAIT_USER);
        Pending.awaitUser(line, id, WaitReason.WAIT_USER);
        talk.pull();
        talk.giveUp(challenge);
    }

    private static void notAskedAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized signed = talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
        talk.pull();
        talk.forwarded(talk.relay(signed.asked()));
        CaseFailure.unless(
                talk.statuses().stream().noneMatch(each -> each.stage() == Stage.CONFIRM_PAYMENT),
                "no question",
                "the payment was shown again");
    }

    private static void otherComputer(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = challenge(talk);
        PhoneLine line = phone.line();
        phone.please("Let the phone trust the computer \"Conformance: approve\".");
        phone.trust(line, phone.random(16), "Conformance: approve").reply(LinkReply.Done.class);
        line.call(command(talk, challenge)).requireRefusal(StatusCode.UNKNOWN_SESSION);
        line.call(new LinkRequest.OpenSession(
                        talk.bank().bank().bankId(),
                        talk.bank().offer(),
                        Talk.ORIGIN,
                        Talk.credentials(phone, line, talk.bank().offer())))
                .requireRefusal(StatusCode.NOT_AVAILABLE);
    }
}
