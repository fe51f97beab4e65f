package io.tetherkey.protocol.conformance.slot;

import io.tetherkey.protocol.conformance.CaseFailure;
import io.tetherkey.protocol.conformance.NotRunException;
import io.tetherkey.protocol.conformance.bank.BankKey;
import io.tetherkey.protocol.conformance.phone.PhoneUnderTest;
import io.tetherkey.protocol.conformance.talk.EnrolmentTalk;
import io.tetherkey.protocol.conformance.talk.Talk;
import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.SlotInfo;
import io.tetherkey.protocol.transport.TransportException;
import java.util.Optional;

/** The slot that the last cases spend, brought to where a case begins, whichever case was before it. */
final class Sacrifice {
    private Sacrifice() {}

    /** The bank's row on the board, read over a new cable. */
    static Optional<SlotInfo> row(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        return phone.slots(phone.trusted()).stream()
                .filter(each -> each.bankId().equals(bank.bankId()))
                .findFirst();
    }

    /** The bank, with no enabled slot. */
    static BankKey free(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = phone.sacrifice();
        phone.setting().papers().issuerOf(bank);
        if (isEnabled(phone, bank)) {
            makeVoid(phone, bank);
        }
        return bank;
    }

    /** The bank, with an enabled slot. */
    static BankKey enrolled(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = phone.sacrifice();
        phone.setting().papers().issuerOf(bank);
        if (!isEnabled(phone, bank)) {
            EnrolmentTalk.enrol(phone, bank);
        }
        return bank;
    }

    /** The bank, with a void slot. */
    static BankKey voided(PhoneUnderTest phone) throws TransportException, CaseFailure, NotRunException {
        BankKey bank = phone.sacrifice();
        if (isEnabled(phone, bank)) {
            makeVoid(phone, bank);
        }
        return bank;
    }

    private static boolean isEnabled(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        return row(phone, bank).filter(SlotInfo::enabled).isPresent();
    }

    private static void makeVoid(PhoneUnderTest phone, BankKey bank) throws TransportException, CaseFailure {
        Talk talk = Talk.begin(phone, bank);
        talk.login();
        talk.relay(talk.bank().voided()).reply(LinkReply.Ended.class);
    }
}
