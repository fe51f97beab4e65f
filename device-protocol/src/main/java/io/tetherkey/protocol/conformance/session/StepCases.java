package io.tetherkey.protocol.conformance.session;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;
import static io.tetherkey.protocol.conformance.Need.SECOND_BANK;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankEnd;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Authorized;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.Decision;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.PaymentRequest;
import io.tetherkey.protocol.message.SessionContents;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.seal.Evidence;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** The steps of a payment from Challenge to Receipt. */
final class StepCases {
    private static final String CHIP = "Chip";
    private static final String EVIDENCE = "Evidence";
    private static final int SEALED = 3_072;
    private static final int SEALED_POST_QUANTUM = 16_384;
    private static final int POST_QUANTUM = 3;

    static final List<ConformanceCase> ALL = List.of(
            of(
                    "SESS-P-13",
                    CHIP,
                    "A Challenge is answered with a Response once the key is typed.",
                    StepCases::response),
            of(
                    "SESS-P-14",
                    "Suites",
                    "The Response's MAC has the length of the suite's challenge MAC.",
                    StepCases::macLength),
            of(
                    "SESS-P-15",
                    "Response key",
                    "The same key gives another Response in another session.",
                    StepCases::otherResponse),
            of(
                    "SESS-P-16",
                    CHIP,
                    "After a failed login the key is asked again and the next challenge answered.",
                    StepCases::failed),
            of(
                    "SESS-P-17",
                    EVIDENCE,
                    "An approved payment is signed by the chip: this payment, this session, approved, wired.",
                    StepCases::approved),
            of(
                    "SESS-P-18",
                    EVIDENCE,
                    "The counter grows by one, and each evidence names the hash of the one before.",
                    StepCases::chained),
            of(
                    "SESS-P-19",
                    CHIP,
                    "A Receipt that says paid ends the session as paid, with this Receipt.",
                    StepCases::paid),
            of(
                    "SESS-P-20",
                    CHIP,
                    "A Receipt that says failed ends the session as payment failed.",
                    StepCases::paymentFailed),
            of(
                    "SESS-P-21",
                    EVIDENCE,
                    "The detached evidence holds no payment and becomes the whole one when it is put back.",
                    StepCases::detached),
            of("SESS-P-22", "Padding", "Response and Authorization have the suite's one length.", StepCases::lengths),
            of(
                    "SESS-P-23",
                    CHIP,
                    "A whole payment goes through with the cable pulled after each step.",
                    StepCases::pulledAtEachStep),
            ConformanceCase.of(
                    "SESS-P-24",
                    "Suites",
                    "A payment goes through in the slot of each other bank.",
                    StepCases::everyBank,
                    BANK,
                    SECOND_BANK,
                    HANDS),
            of(
                    "SESS-P-25",
                    CHIP,
                    "The Challenge again gets the same Response, byte for byte, without asking the user.",
                    StepCases::challengeAgain),
            of(
                    "SESS-P-26",
                    CHIP,
                    "The LoginResult again gets the same Authorization, byte for byte, without asking the user.",
                    StepCases::loginResultAgain),
            of("SESS-P-27", CHIP, "The Receipt again gets the same end, byte for byte.", StepCases::receiptAgain),
            of(
                    "SESS-P-28",
                    CHIP,
                    "After the end every earlier message still gets its stored answer, byte for byte.",
                    StepCases::allAgain));

    private StepCases() {}

    private static ConformanceCase of(
            String id, String section, String requirement, io.tetherkey.protocol.conformance.CaseDeed deed) {
        return ConformanceCase.of(id, section, requirement, deed, BANK, HANDS);
    }

    private static Talk accepted(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.accept();
        return talk;
    }

    private static Authorized approve(PhoneUnderTest phone, Talk talk) throws TransportException, CaseFailure {
        return talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
    }

    private static void response(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        accepted(phone).respond(KeyDeed.TYPE);
    }

    private static void macLength(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = accepted(phone);
        int length = talk.respond(KeyDeed.TYPE).mac().length;
        int expected = talk.bank().suite().id() == 1 ? 16 : 32;
        CaseFailure.unless(length == expected, expected + " bytes", length + " bytes");
    }

    private static void otherResponse(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        byte[] first = accepted(phone).respond(KeyDeed.TYPE).mac();
        byte[] second = accepted(phone).respond(KeyDeed.TYPE).mac();
        CaseFailure.unless(!Arrays.equals(first, second), "another MAC", "the same one");
    }

    private static void failed(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = accepted(phone);
        byte[] first = talk.respond(KeyDeed.TYPE).mac();
        byte[] second =
                talk.response(talk.bank().failed(9), KeyDeed.TYPE.sentence()).mac();
        CaseFailure.unless(!Arrays.equals(first, second), "another MAC for the next challenge", "the same one");
        approve(phone, talk);
    }

    private static void approved(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Evidence.Facts facts = approve(phone, talk).evidence().facts();
        CaseFailure.unless(
                facts.decision() == Decision.APPROVED,
                "approved",
                facts.decision().toString());
        CaseFailure.unless(
                facts.path() == io.tetherkey.protocol.message.Path.WIRED,
                "the wired path",
                facts.path().toString());
    }

    private static void chained(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk one = Talk.begin(phone);
        one.login();
        Evidence first = approve(phone, one).evidence();
        Talk two = Talk.begin(phone);
        two.login();
        Evidence.Facts second = approve(phone, two).evidence().facts();
        CaseFailure.unless(
                second.counter() == first.facts().counter() + 1,
                "counter " + (first.facts().counter() + 1),
                "counter " + second.counter());
        CaseFailure.unless(
                Arrays.equals(second.previousHash(), first.hash()), "the hash of the evidence before", "another one");
    }

    private static LinkReply.Ended end(PhoneUnderTest phone, Verdict verdict, SlotResult expected)
            throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        LinkReply.Ended ended = talk.finish(approve(phone, talk), verdict);
        SlotResult result = ended.outcome().result();
        CaseFailure.unless(result == expected, expected.toString(), result.toString());
        CaseFailure.unless(ended.outcome().receipt().length > 0, "the Receipt", "none");
        return ended;
    }

    private static void paid(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        end(phone, Verdict.PAID, SlotResult.PAID);
    }

    private static void paymentFailed(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        end(phone, Verdict.FAILED, SlotResult.PAYMENT_FAILED);
    }

    private static void detached(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized authorized = approve(phone, talk);
        byte[] detached = talk.finish(authorized, Verdict.PAID).outcome().evidence();
        try {
            Evidence whole = Evidence.attach(detached, authorized.request());
            CaseFailure.unless(
                    Arrays.equals(whole.whole(), authorized.evidence().whole()),
                    "the evidence that the bank got",
                    "another one");
        } catch (SealException e) {
            throw new CaseFailure("detached evidence", String.valueOf(e.getMessage()));
        }
    }

    private static void lengths(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = accepted(phone);
        int expected = talk.bank().suite().id() == POST_QUANTUM ? SEALED_POST_QUANTUM : SEALED;
        byte[] response = talk.forwarded(talk.ask(talk.bank().challenge(10), KeyDeed.TYPE.sentence()));
        talk.bank().open(response, SessionContents.Response.class);
        byte[] authorization = approve(phone, talk).message();
        for (byte[] message : List.of(response, authorization)) {
            int length = BankEnd.sealedLength(message);
            CaseFailure.unless(length == expected, expected + " bytes", length + " bytes");
        }
    }

    private static void pulledAtEachStep(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = accepted(phone);
        talk.pull();
        talk.respond(KeyDeed.TYPE);
        talk.pull();
        Authorized authorized = approve(phone, talk);
        talk.pull();
        SlotResult result = talk.finish(authorized, Verdict.PAID).outcome().result();
        CaseFailure.unless(result == SlotResult.PAID, "paid", result.toString());
    }

    private static void everyBank(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        phone.secondBank();
        for (BankKey bank : phone.banks()) {
            Talk talk = Talk.begin(phone, bank);
            talk.login();
            talk.finish(approve(phone, talk), Verdict.PAID);
        }
    }

    /** The message again gets the same bytes at once: nobody is there who would act. */
    private static void again(Talk talk, byte[] message, byte[] first) throws TransportException, CaseFailure {
        Same.bytes(first, talk.forwarded(talk.relay(message)));
        CaseFailure.unless(
                talk.statuses().stream().allMatch(each -> each.stage().code() <= 1),
                "an answer without asking",
                "a question to the user");
    }

    private static void challengeAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = accepted(phone);
        byte[] challenge = talk.bank().challenge(KeyDeed.TYPE.attemptsLeft());
        byte[] response = talk.forwarded(talk.ask(challenge, KeyDeed.TYPE.sentence()));
        again(talk, challenge, response);
        talk.pull();
        again(talk, challenge, response);
    }

    private static void loginResultAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized authorized = approve(phone, talk);
        again(talk, authorized.asked(), authorized.message());
        talk.pull();
        again(talk, authorized.asked(), authorized.message());
    }

    private static byte[] raw(Answer answer) throws CaseFailure {
        if (answer instanceof Answer.Message(byte[] bytes)) {
            return bytes;
        }
        throw new CaseFailure("a reply", answer.describe());
    }

    private static void receiptAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        Authorized authorized = approve(phone, talk);
        byte[] receipt =
                talk.bank().receipt(authorized.request(), authorized.evidence().hash(), Verdict.PAID, phone.now());
        byte[] ended = raw(talk.relay(receipt));
        Same.bytes(ended, raw(talk.relay(receipt)));
        talk.pull();
        Same.bytes(ended, raw(talk.relay(receipt)));
    }

    private static void allAgain(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        byte[] accept = talk.forwarded(talk.open());
        talk.bank().accept(accept);
        byte[] challenge = talk.bank().challenge(KeyDeed.TYPE.attemptsLeft());
        byte[] response = talk.forwarded(talk.ask(challenge, KeyDeed.TYPE.sentence()));
        talk.bank().open(response, SessionContents.Response.class);
        PaymentRequest request = Payments.of(phone, PaymentDeed.APPROVE);
        Authorized authorized = talk.authorize(request, PaymentDeed.APPROVE);
        talk.finish(authorized, Verdict.PAID);
        Same.bytes(accept, talk.forwarded(talk.open()));
        again(talk, challenge, response);
        again(talk, authorized.asked(), authorized.message());
    }
}
