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
import io.tetherkey.protocol.conformance.phone.PhoneLine;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.EnrolmentTalk;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkCodec;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.transport.TransportException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A bank goes from the phone with its user's yes, and only then. */
final class DeletionCases {
    private static final String PHONE = "Phone";
    private static final String DECLINE = "Keep the bank when the phone asks whether to delete it.";
    private static final String APPROVE = "Let the phone delete the bank.";

    static final List<ConformanceCase> ALL = List.of(
            ConformanceCase.of(
                    "SLOT-P-12",
                    PHONE,
                    "A deletion that the user declines answers DECLINED and keeps the slot.",
                    DeletionCases::declined,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE),
            ConformanceCase.of(
                    "SLOT-P-13",
                    PHONE,
                    "A deletion asks its user, and then the slot is gone; again, it is Done.",
                    DeletionCases::deleted,
                    BANK,
                    SECOND_BANK,
                    HANDS,
                    SACRIFICE));

    private DeletionCases() {}

    private static Answer delete(PhoneUnderTest phone, PhoneLine line, String slotId, Set<Stage> stages)
            throws TransportException, CaseFailure {
        byte[] command = LinkCodec.encode(new LinkRequest.DeleteSlot(slotId));
        return line.call(command, phone.setting().patience(), (on, id, status) -> stages.add(status.stage()));
    }

    private static SlotInfo enabled(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        return Sacrifice.row(phone, bank)
                .filter(SlotInfo::enabled)
                .orElseThrow(() -> new CaseFailure("the enabled slot on the board", "none"));
    }

    private static void declined(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.enrolled(phone);
        SlotInfo before = enabled(phone, bank);
        phone.please(DECLINE);
        delete(phone, phone.currentLine(), before.slotId(), EnumSet.noneOf(Stage.class))
                .requireRefusal(StatusCode.DECLINED);
        CaseFailure.unless(enabled(phone, bank).equals(before), "the same row on the board", "another one");
    }

    /** What is told of the phone is judged once the slot is back, so that the next case finds it. */
    private static void deleted(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = Sacrifice.enrolled(phone);
        String slotId = enabled(phone, bank).slotId();
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        phone.please(APPROVE);
        Answer answer = delete(phone, phone.currentLine(), slotId, stages);
        if (answer.refusal().stream().anyMatch(code -> code == StatusCode.DECLINED.code())) {
            // A script that begins with the case before would decline the first question that it meets.
            phone.please(APPROVE);
            answer = delete(phone, phone.currentLine(), slotId, stages);
        }
        answer.reply(LinkReply.Done.class);
        Optional<SlotInfo> left = Sacrifice.row(phone, bank);
        Answer again = delete(phone, phone.currentLine(), slotId, EnumSet.noneOf(Stage.class));
        Answer offered = Talk.begin(phone, bank).open();
        EnrolmentTalk.enrol(phone, bank);
        CaseFailure.unless(stages.contains(Stage.CONFIRM_DELETION), "stage 0B while the user is asked", "none");
        CaseFailure.unless(left.isEmpty(), "no row of the bank", "a row");
        again.reply(LinkReply.Done.class);
        offered.requireRefusal(StatusCode.NOT_AVAILABLE);
    }
}
