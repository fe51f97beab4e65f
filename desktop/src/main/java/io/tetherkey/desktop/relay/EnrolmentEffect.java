package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.trust.BankEntry;

/** What the executor does for a change of a slot. */
public sealed interface EnrolmentEffect {

    /** Calls the bank and reports {@link EnrolmentEvent.BankReplied}. */
    record CallBank(int step, BankEntry bank, BankCall call) implements EnrolmentEffect {}

    /** Calls the phone and reports {@link EnrolmentEvent.PhoneReplied}, and what it waits for meanwhile. */
    record CallPhone(int step, SlotCall call) implements EnrolmentEffect {}

    /** Waits for a phone and reports {@link EnrolmentEvent.PhoneBack}. */
    record AwaitPhone(int step) implements EnrolmentEffect {}

    /** Asks the phone to give its waiting call up. */
    record CancelPhone() implements EnrolmentEffect {}
}
