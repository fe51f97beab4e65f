package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.cbor.CborMapWriter;
import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.List;

/** Sessions that the bank challenges for a login, and that no payment comes out of one nor a login out of a payment. */
final class LoginCases {
    private static final String CHIP = "Chip";
    private static final String CONTENTS = "Contents";

    static final List<ConformanceCase> ALL = List.of(
            of(
                    "SESS-P-34",
                    "In a login, allowed without a payment ends the session as allowed, with ten attempts and no proofs.",
                    LoginCases::loggedIn),
            of("SESS-P-35", "The LoginResult of a login again gets the same end, byte for byte.", LoginCases::again),
            of("SESS-P-36", "In a login a wrong payment key is told and asked again.", LoginCases::wrongKeyFirst),
            of(
                    "SESS-F-58",
                    "In a payment, allowed without a payment is refused with BAD_MESSAGE.",
                    LoginCases::loginInPayment),
            of(
                    "SESS-F-59",
                    "In a login, allowed with a payment is refused with BAD_MESSAGE, and nothing is shown.",
                    LoginCases::paymentInLogin),
            ConformanceCase.of(
                    "SESS-F-60",
                    CONTENTS,
                    "A Challenge with another purpose than login is refused with BAD_ENCODING.",
                    LoginCases::otherPurposes,
                    BANK,
                    HANDS));

    private LoginCases() {}

    private static ConformanceCase of(String id, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, CHIP, requirement, deed, BANK, HANDS);
    }

    private static Talk asked(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        talk.response(talk.bank().loginChallenge(KeyDeed.TYPE.attemptsLeft()), KeyDeed.TYPE.sentence());
        return talk;
    }

    private static void requireAllowed(LinkReply.Ended ended) throws CaseFailure {
        var outcome = ended.outcome();
        boolean holds = outcome.result() == SlotResult.ALLOWED
                && outcome.attemptsLeft() == 10
                && outcome.receipt().length == 0
                && outcome.evidence().length == 0;
        CaseFailure.unless(
                holds,
                "allowed, 10 attempts left, no proofs",
                outcome.result() + ", " + outcome.attemptsLeft() + " attempts left");
    }

    private static void loggedIn(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = asked(phone);
        requireAllowed(talk.relay(talk.bank().loggedIn()).reply(LinkReply.Ended.class));
    }

    private static void again(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = asked(phone);
        byte[] result = talk.bank().loggedIn();
        byte[] first = raw(talk.relay(result));
        Same.bytes(first, raw(talk.relay(result)));
        talk.pull();
        Same.bytes(first, raw(talk.relay(result)));
    }

    private static byte[] raw(Answer answer) throws CaseFailure {
        if (answer instanceof Answer.Message(byte[] bytes)) {
            return bytes;
        }
        throw new CaseFailure("a reply", answer.describe());
    }

    private static void wrongKeyFirst(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = asked(phone);
        talk.response(talk.bank().failed(9), KeyDeed.TYPE.sentence());
        requireAllowed(talk.relay(talk.bank().loggedIn()).reply(LinkReply.Ended.class));
    }

    private static void loginInPayment(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        BankEnd bank = talk.bank();
        SessionContents wrong =
                bank.signed(new LoginResult.LoggedIn(bank.opened().th3()));
        talk.relay(bank.sealAt(bank.toChip(), SessionCodec.encode(wrong))).requireRefusal(StatusCode.BAD_MESSAGE);
        talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
    }

    private static void paymentInLogin(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = asked(phone);
        BankEnd bank = talk.bank();
        SessionContents wrong =
                bank.signed(new LoginResult.Allowed(bank.opened().th3(), Payments.of(phone, PaymentDeed.WAIT)));
        talk.relay(bank.sealAt(bank.toChip(), SessionCodec.encode(wrong))).requireRefusal(StatusCode.BAD_MESSAGE);
        requireAllowed(talk.relay(bank.loggedIn()).reply(LinkReply.Ended.class));
    }

    private static void otherPurposes(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        for (int purpose : new int[] {0, 1, 3}) {
            byte[] contents = new CborMapWriter()
                    .put(0, 3)
                    .put(1, phone.random(32))
                    .put(2, 10)
                    .put(4, purpose)
                    .encode();
            talk.relay(talk.bank().sealAt(0, contents)).requireRefusal(StatusCode.BAD_ENCODING);
        }
        talk.respond(KeyDeed.TYPE);
    }
}
