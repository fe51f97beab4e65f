package io.tetherkey.protocol.conformance.slot;

import static io.tetherkey.protocol.conformance.Need.BANK;
import static io.tetherkey.protocol.conformance.Need.HANDS;
import static io.tetherkey.protocol.conformance.Need.SACRIFICE;
import static io.tetherkey.protocol.conformance.Need.SECOND_BANK;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.ConformanceCase;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.phone.Answer;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.PaymentDeed;
import io.tetherkey.protocol.conformance.talk.Payments;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LoginResult;
import io.tetherkey.protocol.message.SessionCodec;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.SlotResult;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Arrays;
import java.util.List;

/** The bank's word void ends a slot for good, and nobody else's word does. */
final class VoidCases {
    private static final String CHIP = "Chip";

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "SLOT-F-05",
                    CHIP,
                    "A LoginResult void that the bank did not sign leaves the slot enabled.",
                    VoidCases::forged,
                    BANK,
                    HANDS),
            ConformanceCase.of(
                    "SLOT-P-08",
                    CHIP,
                    "The bank's LoginResult void ends the session as void; again, it gets the same end.",
                    VoidCases::ended,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE),
            ConformanceCase.of(
                    "SLOT-P-09",
                    CHIP,
                    "A void slot stays on the board: not enabled, no attempts left, last result void.",
                    VoidCases::onTheBoard,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE),
            ConformanceCase.of(
                    "SLOT-F-06",
                    CHIP,
                    "A right Offer for a void slot is NOT_AVAILABLE.",
                    VoidCases::notAvailable,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE),
            ConformanceCase.of(
                    "SLOT-F-07",
                    CHIP,
                    "A void slot stays void after a power cut.",
                    VoidCases::afterPowerCut,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE));

    private VoidCases() {}

    private static void forged(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone);
        talk.login();
        byte[] payload = new LoginResult.Voided(talk.bank().opened().th3()).encode();
        byte[] contents =
                SessionCodec.encode(talk.bank().signedBy(talk.bank().stranger(), CoseSign1.Use.LOGIN_RESULT, payload));
        talk.relay(talk.bank().sealAt(talk.bank().toChip(), contents)).requireRefusal(StatusCode.BAD_MESSAGE);
        talk.authorize(Payments.of(phone, PaymentDeed.APPROVE), PaymentDeed.APPROVE);
    }

    private static void ended(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk talk = Talk.begin(phone, phone.sacrifice());
        talk.login();
        byte[] message = talk.bank().voided();
        Answer first = talk.relay(message);
        SlotResult result = first.reply(LinkReply.Ended.class).outcome().result();
        CaseFailure.unless(result == SlotResult.VOID, "void", result.toString());
        talk.pull();
        Answer again = talk.relay(message);
        boolean same = first instanceof Answer.Message(byte[] one)
                && again instanceof Answer.Message(byte[] two)
                && Arrays.equals(one, two);
        CaseFailure.unless(same, "the same end byte for byte", again.describe());
    }

    private static SlotInfo row(List<SlotInfo> board, BankKey bank) throws CaseFailure {
        return board.stream()
                .filter(each -> each.bankId().equals(bank.bankId()))
                .findFirst()
                .orElseThrow(() -> new CaseFailure("the void slot on the board", "no such row"));
    }

    private static void requireVoid(SlotInfo slot) throws CaseFailure {
        CaseFailure.unless(
                !slot.enabled() && slot.attemptsLeft() == 0 && slot.lastResult() == SlotResult.VOID,
                "not enabled, 0 attempts left, void",
                (slot.enabled() ? "enabled, " : "not enabled, ") + slot.attemptsLeft() + " attempts left, "
                        + slot.lastResult());
    }

    private static void onTheBoard(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.voided(phone);
        requireVoid(row(phone.slots(phone.trusted()), bank));
    }

    private static void notAvailable(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        Talk.begin(phone, Sacrifice.voided(phone)).open().requireRefusal(StatusCode.NOT_AVAILABLE);
    }

    private static void afterPowerCut(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.voided(phone);
        phone.powerCut();
        phone.introduce(phone.line(phone.setting().patience()));
        requireVoid(row(phone.slots(phone.currentLine()), bank));
        Talk.begin(phone, bank).open().requireRefusal(StatusCode.NOT_AVAILABLE);
    }
}
