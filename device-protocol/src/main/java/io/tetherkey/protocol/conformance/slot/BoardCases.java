package io.tetherkey.protocol.conformance.slot;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.Authorized;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Pending;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneRecord;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.Verdict;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** What the board and the records tell, and that the attempts left only grow by the bank's word. */
final class BoardCases {
    private static final String COMMANDS = "Commands";
    private static final String CHIP = "Chip";
    private static final int MOST = 10;
    private static final int FEW = 5;

    static final List<ConformanceCase> ALL = List.of(
            of("SLOT-P-01", COMMANDS, "ListSlots tells each bank once, within the limits.", BoardCases::board),
            of("SLOT-P-02", COMMANDS, "ListSlots spends no try.", BoardCases::spendsNoTry),
            of(
                    "SLOT-P-03",
                    CHIP,
                    "After a failed login the board tells the bank's attempts left and the result failed.",
                    BoardCases::failed),
            of("SLOT-P-04", CHIP, "After an allowed login the board tells ten attempts again.", BoardCases::allowed),
            of(
                    "SLOT-P-05",
                    COMMANDS,
                    "A paid order is in the records with its Receipt and its evidence, and on the board.",
                    BoardCases::recorded),
            of("SLOT-P-06", COMMANDS, "ListRecords tells only what is above the number asked for.", BoardCases::since),
            of("SLOT-P-07", COMMANDS, "Wink is answered with Done.", BoardCases::wink),
            of(
                    "SLOT-F-01",
                    CHIP,
                    "The attempts left do not grow when the phone is plugged in again.",
                    BoardCases::replugged),
            of("SLOT-F-02", CHIP, "The attempts left do not grow by a power cut.", BoardCases::powerCut),
            of(
                    "SLOT-F-03",
                    CHIP,
                    "A Challenge that tells more attempts than the phone knows does not raise them.",
                    BoardCases::higherChallenge),
            of("SLOT-F-04", CHIP, "A cancelled payment does not raise the attempts left.", BoardCases::cancelled),
            ConformanceCase.of(
                    "SLOT-F-08",
                    "Enrolment: the chip",
                    "An enrolment by a directory that nobody signed is NOT_AVAILABLE.",
                    BoardCases::unsignedDirectory,
                    HANDS));

    private BoardCases() {}

    private static ConformanceCase of(String id, String section, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, section, requirement, deed, BANK, HANDS);
    }

    private static SlotInfo slot(PhoneUnderTest phone, Talk talk) throws TransportException, CaseFailure {
        String bankId = talk.bank().bank().bankId();
        return phone.slots(talk.line()).stream()
                .filter(each -> each.bankId().equals(bankId))
                .findFirst()
                .orElseThrow(() -> new CaseFailure("the bank's slot on the board", "no such row"));
    }

    private static void requireAttempts(PhoneUnderTest phone, Talk talk, int expected)
            throws TransportException, CaseFailure {
        int left = slot(phone, talk).attemptsLeft();
        CaseFailure.unless(left == expected, expected + " attempts left", left + " attempts left");
    }

    private static void board(PhoneUnderTest phone) throws TransportException, CaseFailure {
        List<SlotInfo> slots = phone.slots(phone.trusted());
        long banks = slots.stream().map(SlotInfo::bankId).distinct().count();
        CaseFailure.unless(banks == slots.size(), "one row a bank", slots.size() + " rows for " + banks + " banks");
        for (SlotInfo slot : slots) {
            CaseFailure.unless(
                    slot.bankId().matches("[a-z0-9]{1,32}"), "a bank id of small letters and digits", "another text");
        }
    }

    private static void spendsNoTry(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.trusted();
        List<SlotInfo> first = phone.slots(line);
        List<SlotInfo> second = phone.slots(line);
        CaseFailure.unless(first.equals(second), "the same board", "another one");
    }

    /** A session whose login failed and which asks again. */
    private static Talk failedLogin(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        byte[] failed = talk.bank().failed(FEW);
        talk.response(failed, KeyDeed.TYPE.sentence());
        return talk;
    }

    /** Back to ten, as the case found it. */
    private static void restore(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        talk.finish(talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE), Verdict.PAID);
    }

    private static void failed(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = failedLogin(phone);
        SlotInfo slot = slot(phone, talk);
        CaseFailure.unless(
                slot.attemptsLeft() == FEW && slot.lastResult() == SlotResult.FAILED,
                FEW + " attempts left, failed",
                slot.attemptsLeft() + " attempts left, " + slot.lastResult());
        restore(phone);
    }

    private static void allowed(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = failedLogin(phone);
        talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
        requireAttempts(phone, talk, MOST);
    }

    private static List<PhoneRecord> records(PhoneLine line, long since) throws TransportException, CaseFailure {
        return line.call(new LinkRequest.ListRecords(since))
                .reply(LinkReply.Records.class)
                .records();
    }

    private static long lastNumber(PhoneLine line) throws TransportException, CaseFailure {
        long last = 0;
        List<PhoneRecord> page = records(line, last);
        while (!page.isEmpty()) {
            last = page.getLast().number();
            page = records(line, last);
        }
        return last;
    }

    private static void recorded(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        long before = lastNumber(talk.line());
        talk.login();
        Authorized paid = talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
        LinkReply.Ended ended = talk.finish(paid, Verdict.PAID);
        PhoneRecord record = records(talk.line(), before).stream()
                .filter(each -> each.result() == SlotResult.PAID)
                .findFirst()
                .orElseThrow(() -> new CaseFailure("a record of the payment", "none"));
        CaseFailure.unless(record.orderId().equals(paid.request().orderId()), "this order", "another one");
        CaseFailure.unless(
                Arrays.equals(record.receipt(), ended.outcome().receipt())
                        && Arrays.equals(record.evidence(), ended.outcome().evidence()),
                "the Receipt and the evidence of the end",
                "others");
        SlotResult last = slot(phone, talk).lastResult();
        CaseFailure.unless(last == SlotResult.PAID, "paid on the board", last.toString());
    }

    private static void since(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        restore(phone);
        PhoneLine line = phone.currentLine();
        long last = lastNumber(line);
        List<PhoneRecord> tail = records(line, last - 1);
        CaseFailure.unless(
                tail.size() == 1 && tail.getFirst().number() == last,
                "the last record alone",
                tail.size() + " records");
        CaseFailure.unless(records(line, last).isEmpty(), "no record above the last", "some");
    }

    private static void wink(PhoneUnderTest phone) throws TransportException, CaseFailure {
        phone.trusted().call(new LinkRequest.Wink()).reply(LinkReply.Done.class);
    }

    private static void replugged(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = failedLogin(phone);
        talk.pull();
        requireAttempts(phone, talk, FEW);
        restore(phone);
    }

    private static void powerCut(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = failedLogin(phone);
        phone.powerCut();
        talk.replugWithin(phone.setting().patience());
        requireAttempts(phone, talk, FEW);
        restore(phone);
    }

    private static void higherChallenge(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        failedLogin(phone);
        Talk next = Talk.begin(phone);
        next.login();
        requireAttempts(phone, next, FEW);
        restore(phone);
    }

    private static void cancelled(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        failedLogin(phone);
        Talk next = Talk.begin(phone);
        next.accept();
        byte[] challenge = next.bank().challenge(KeyDeed.WAIT.attemptsLeft());
        Pending.at(next, challenge, KeyDeed.WAIT.sentence());
        next.pull();
        next.giveUp(challenge);
        next.relay(next.bank().challenge(MOST)).requireRefusal(StatusCode.CONFLICT);
        requireAttempts(phone, next, FEW);
        restore(phone);
    }

    private static void unsignedDirectory(PhoneUnderTest phone) throws TransportException, CaseFailure {
        PhoneLine line = phone.trusted();
        byte[] offer = phone.random(500);
        line.call(new LinkRequest.BeginEnrolment(
                        "nobank", phone.random(500), offer, Talk.credentials(phone, line, offer)))
                .requireRefusal(StatusCode.NOT_AVAILABLE);
    }
}
