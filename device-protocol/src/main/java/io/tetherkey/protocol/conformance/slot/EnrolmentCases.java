package io.tetherkey.protocol.conformance.slot;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;
import static io.tetherkey.protocol.conformance.Need.SACRIFICE;
import static io.tetherkey.protocol.conformance.Need.SECOND_BANK;

import io.tetherkey.protocol.conformance.CaseDeed;
import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.bank.EnrolmentEnd;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.EnrolmentTalk;
import io.tetherkey.protocol.conformance.talk.KeyDeed;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.EnrolmentPurpose;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import io.tetherkey.protocol.seal.RandomSource;
import io.tetherkey.protocol.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A bank comes onto the phone and is renewed, and what is not whole leaves nothing. */
final class EnrolmentCases {
    private static final String CHIP = "Enrolment: the chip";
    private static final String PHONE = "Phone";
    private static final int MOST = 10;
    private static final int FEW = 5;

    static final List<ConformanceCase> ALL = List.of(
            of(
                    "SLOT-P-10",
                    "A new enrolment carries the code as typed, and ends with the slot enabled, ten attempts and the bank's"
                            + " certificate.",
                    EnrolmentCases::whole),
            of(
                    "SLOT-P-11",
                    "A renewal keeps the slot and its attempts, and takes the new certificate.",
                    EnrolmentCases::renewal),
            ConformanceCase.of(
                    "SLOT-F-09",
                    PHONE,
                    "A new enrolment of a bank that is enabled is refused with SLOT_EXISTS, and nobody is asked.",
                    EnrolmentCases::exists,
                    BANK,
                    HANDS),
            of(
                    "SLOT-F-10",
                    "An enrolment that ends after the activation code, as with a wrong one, leaves no enabled slot.",
                    EnrolmentCases::brokenOff),
            of(
                    "SLOT-F-11",
                    "An EnrolmentResult not enabled is refused with NOT_AVAILABLE and leaves no enabled slot.",
                    EnrolmentCases::notEnabled),
            of(
                    "SLOT-F-12",
                    "A CertificateIssued with a damaged seal is refused with BAD_MESSAGE, and the right one is taken.",
                    EnrolmentCases::damaged),
            of(
                    "SLOT-F-13",
                    "A CertificateIssued that the bank did not sign is refused with BAD_MESSAGE.",
                    EnrolmentCases::forged),
            of(
                    "SLOT-F-14",
                    "A certificate for another key than the chip's new one is refused with BAD_MESSAGE.",
                    EnrolmentCases::foreignKey));

    private EnrolmentCases() {}

    private static ConformanceCase of(String id, String requirement, CaseDeed deed) {
        return ConformanceCase.of(id, CHIP, requirement, deed, BANK, SECOND_BANK, HANDS, SACRIFICE);
    }

    private static void whole(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.free(phone);
        EnrolmentTalk talk = EnrolmentTalk.begin(phone, bank, EnrolmentPurpose.NEW);
        EnrolmentEnd.Asked asked = talk.ask();
        CaseFailure.unless(
                Arrays.equals(
                        asked.contents().activationCode(), EnrolmentTalk.CODE.getBytes(StandardCharsets.US_ASCII)),
                "the activation code as it was typed",
                "another one");
        CaseFailure.unless(asked.contents().userName().equals(Talk.USER), "the user's name", "another one");
        List<byte[]> chain = talk.issue(asked.newKey());
        Instant until = talk.until();
        SlotInfo slot = talk.finish(chain).slot();
        CaseFailure.unless(
                slot.bankId().equals(bank.bankId()) && slot.enabled() && slot.attemptsLeft() == MOST,
                "the bank's slot, enabled, 10 attempts left",
                describe(slot));
        requireOnBoard(phone, bank, slot, until);
        requireCertificate(phone, bank, chain);
    }

    private static void renewal(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.enrolled(phone);
        Talk failing = Talk.begin(phone, bank);
        failing.login();
        failing.response(failing.bank().failed(FEW), KeyDeed.TYPE.sentence());
        SlotInfo before = Sacrifice.row(phone, bank).orElseThrow(() -> new CaseFailure("the slot", "none"));
        EnrolmentTalk talk = EnrolmentTalk.begin(phone, bank, EnrolmentPurpose.RENEWAL);
        List<byte[]> chain = talk.issue(talk.ask().newKey());
        Instant until = talk.until();
        SlotInfo slot = talk.finish(chain).slot();
        CaseFailure.unless(
                slot.slotId().equals(before.slotId()) && slot.enabled() && slot.attemptsLeft() == FEW,
                "the same slot, enabled, " + FEW + " attempts left",
                describe(slot));
        requireOnBoard(phone, bank, slot, until);
        requireCertificate(phone, bank, chain);
    }

    private static String describe(SlotInfo slot) {
        return "slot " + slot.slotId() + (slot.enabled() ? ", enabled, " : ", not enabled, ") + slot.attemptsLeft()
                + " attempts left";
    }

    private static void requireOnBoard(PhoneUnderTest phone, BankKey bank, SlotInfo slot, Instant until)
            throws TransportException, CaseFailure {
        CaseFailure.unless(slot.validUntil().equals(until), "valid as long as the certificate", "another time");
        CaseFailure.unless(
                Sacrifice.row(phone, bank).filter(slot::equals).isPresent(),
                "the same row on the board",
                "another one");
    }

    /** The chip shows this certificate to its bank from now on. */
    private static void requireCertificate(PhoneUnderTest phone, BankKey bank, List<byte[]> chain)
            throws TransportException, CaseFailure {
        byte[] shown =
                Talk.begin(phone, bank).accept().contents().unverifiedChain().getFirst();
        CaseFailure.unless(Arrays.equals(shown, chain.getFirst()), "an Accept with the new certificate", "another one");
    }

    private static void exists(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        EnrolmentTalk talk = EnrolmentTalk.begin(phone, phone.banks().getFirst(), EnrolmentPurpose.NEW);
        talk.open().requireRefusal(StatusCode.SLOT_EXISTS);
        CaseFailure.unless(
                talk.statuses().stream().noneMatch(each -> each.reason() == WaitReason.WAIT_USER),
                "an answer without a question",
                "a KEEPALIVE that waits for the user");
    }

    private static void brokenOff(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.free(phone);
        EnrolmentTalk.begin(phone, bank, EnrolmentPurpose.NEW).ask();
        requireNoSlot(phone, bank);
    }

    private static void notEnabled(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.free(phone);
        EnrolmentTalk talk = EnrolmentTalk.begin(phone, bank, EnrolmentPurpose.NEW);
        talk.accept(talk.issue(talk.ask().newKey()));
        talk.relay(talk.bank().notEnabled(phone.now())).requireRefusal(StatusCode.NOT_AVAILABLE);
        requireNoSlot(phone, bank);
    }

    private static void requireNoSlot(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        CaseFailure.unless(
                Sacrifice.row(phone, bank).filter(SlotInfo::enabled).isEmpty(), "no enabled slot", "an enabled one");
        Talk.begin(phone, bank).open().requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    /** How a CertificateIssued goes wrong. */
    private interface Wrong {
        byte[] message(EnrolmentTalk talk, List<byte[]> chain, RandomSource random);
    }

    private static void damaged(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        refused(phone, (talk, chain, random) -> {
            byte[] message = talk.bank().issued(chain);
            message[message.length - 1] ^= 1;
            return message;
        });
    }

    private static void forged(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        refused(phone, (talk, chain, random) -> talk.bank().issuedBy(talk.bank().stranger(random), chain));
    }

    private static void foreignKey(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        refused(
                phone,
                (talk, chain, random) ->
                        talk.bank().issued(talk.issue(talk.bank().foreignKey(random))));
    }

    /** The wrong answer is refused and changes nothing: with the right one the enrolment still ends enabled. */
    private static void refused(PhoneUnderTest phone, Wrong wrong)
            throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.free(phone);
        EnrolmentTalk talk = EnrolmentTalk.begin(phone, bank, EnrolmentPurpose.NEW);
        List<byte[]> chain = talk.issue(talk.ask().newKey());
        Answer answer = talk.relay(wrong.message(talk, chain, phone.setting().random()));
        answer.requireRefusal(StatusCode.BAD_MESSAGE);
        LinkReply.Enrolled enrolled = talk.finish(chain);
        CaseFailure.unless(enrolled.slot().enabled(), "the slot enabled", "not enabled");
    }
}
