package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Authorized;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Pending;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;

/** A session that asks its user while cables, powers and PCs come and go. */
final class PendingCases {
    private static final String CHIP = "Chip";

    static final List<ConformanceCase> ALL = List.of(
            of(
                    "SESS-P-29",
                    "After a pulled cable the same Challenge asks for the payment key again.",
                    PendingCases::keyAskedAgain),
            of(
                    "SESS-P-30",
                    "After a pulled cable the same LoginResult asks for the approval again.",
                    PendingCases::approvalAskedAgain),
            of(
                    "SESS-P-31",
                    "A power cut while the payment key is asked loses nothing: the same Challenge is answered.",
                    PendingCases::powerCutAtKey),
            of(
                    "SESS-P-32",
                    "A power cut while the payment is shown loses nothing: the same LoginResult is answered.",
                    PendingCases::powerCutAtApproval),
            of(
                    "SESS-P-33",
                    "A new Offer takes the place of a payment that still asks for the key.",
                    PendingCases::superseded),
            of(
                    "SESS-F-55",
                    "While the payment key is asked another message of the session is refused.",
                    PendingCases::otherAtKey),
            of(
                    "SESS-F-56",
                    "While the payment is shown another message of the session is refused.",
                    PendingCases::otherAtApproval),
            of(
                    "SESS-F-57",
                    "A payment whose place was taken by another is not answered any more.",
                    PendingCases::supersededIsOver));

    private PendingCases() {}

    private static ConformanceCase of(String id, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, CHIP, requirement, deed, BANK, HANDS);
    }

    private static byte[] atKey(Talk talk) throws TransportException, CaseFailure {
        talk.accept();
        byte[] challenge = talk.bank().challenge(KeyDeed.WAIT.attemptsLeft());
        Pending.at(talk, challenge, KeyDeed.WAIT.sentence());
        return challenge;
    }

    private static byte[] atApproval(PhoneUnderTest phone, Talk talk) throws TransportException, CaseFailure {
        talk.login();
        byte[] result = talk.bank().allowed(Payments.of(phone, PaymentDeed.WAIT));
        Pending.at(talk, result, PaymentDeed.WAIT.sentence());
        return result;
    }

    private static void keyAskedAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = atKey(talk);
        talk.pull();
        Pending.at(talk, challenge, KeyDeed.WAIT.sentence());
        talk.pull();
        talk.giveUp(challenge);
    }

    private static void approvalAskedAgain(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] result = atApproval(phone, talk);
        talk.pull();
        Pending.at(talk, result, PaymentDeed.WAIT.sentence());
        talk.pull();
        talk.giveUp(result);
    }

    private static void powerCutAtKey(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        byte[] challenge = talk.bank().challenge(KeyDeed.POWER_CUT.attemptsLeft());
        Pending.untilPowerIsBack(phone, talk, challenge, KeyDeed.POWER_CUT.sentence());
        talk.response(challenge, KeyDeed.TYPE.sentence());
    }

    private static void powerCutAtApproval(PhoneUnderTest phone)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        PaymentRequest request = Payments.of(phone, PaymentDeed.POWER_CUT);
        byte[] result = talk.bank().allowed(request);
        Pending.untilPowerIsBack(phone, talk, result, PaymentDeed.POWER_CUT.sentence());
        byte[] answered = talk.forwarded(talk.ask(result, PaymentDeed.APPROVE.sentence()));
        Authorized authorized = Authorized.check(
                talk.bank(),
                request,
                talk.bank().open(answered, SessionContents.Authorization.class),
                result,
                answered);
        talk.finish(authorized, Verdict.PAID);
    }

    private static void superseded(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        atKey(Talk.begin(phone));
        phone.pull();
        Talk next = Talk.begin(phone);
        next.login();
    }

    private static void otherAtKey(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] challenge = atKey(talk);
        talk.pull();
        talk.relay(talk.bank().challenge(10)).requireRefusal(StatusCode.CONFLICT);
        talk.giveUp(challenge);
    }

    private static void otherAtApproval(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] result = atApproval(phone, talk);
        talk.pull();
        byte[] other = talk.bank().allowed(Payments.of(phone, PaymentDeed.APPROVE));
        talk.relay(other).requireRefusal(StatusCode.CONFLICT);
        talk.giveUp(result);
    }

    private static void supersededIsOver(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk old = Talk.begin(phone);
        byte[] challenge = atKey(old);
        phone.pull();
        Talk next = Talk.begin(phone);
        next.accept();
        old.replug();
        old.relay(challenge).requireRefusal(StatusCode.CANCELLED, StatusCode.CONFLICT, StatusCode.UNKNOWN_SESSION);
    }
}
