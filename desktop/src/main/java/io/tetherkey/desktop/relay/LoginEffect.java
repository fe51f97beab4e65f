package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.trust.BankEntry;

/** What the executor does for a login, in the order given. */
public sealed interface LoginEffect {

    /** Calls the bank and reports {@link LoginEvent.BankReplied}. */
    record CallBank(int step, BankEntry bank, BankCall call) implements LoginEffect {}

    /** Calls the phone and reports {@link LoginEvent.PhoneReplied}, and what it waits for meanwhile. */
    record CallPhone(int step, PhoneCall call) implements LoginEffect {}

    /** Waits for a phone and reports {@link LoginEvent.PhoneBack}. */
    record AwaitPhone(int step) implements LoginEffect {}

    /** Asks the phone to give its waiting call up. */
    record CancelPhone() implements LoginEffect {}

    /** Erases the password. */
    record ForgetPassword() implements LoginEffect {}

    /** Opens the bank's page in the user's browser with the completion code. */
    record OpenBrowser(BankEntry bank, String code) implements LoginEffect {
        @Override
        public String toString() {
            return "OpenBrowser[" + bank.bankId() + "]";
        }
    }
}
