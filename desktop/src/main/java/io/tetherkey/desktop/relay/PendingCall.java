package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;

/** The call that was about to be made when the payment was stored. */
public sealed interface PendingCall {

    /** Nothing that can be sent again without the user: the payment starts anew. */
    record LoginNeeded() implements PendingCall {}

    /** A sealed message for the bank. */
    record ForBank(BankCall.Deliver call) implements PendingCall {}

    /** A sealed message for the phone. */
    record ForPhone(PhoneCall.Relay call) implements PendingCall {}
}
