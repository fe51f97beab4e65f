package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneCall;
import io.tetherkey.protocol.bank.BankCall;

/** What follows when the bank says that an order is still open. */
public sealed interface AfterCheck {

    /** The payment is not a check and simply goes on. */
    record Proceed() implements AfterCheck {}

    /** The order is shown again and the user logs in anew. */
    record StartAnew() implements AfterCheck {}

    /** The stored message goes to the bank again. */
    record SendToBank(BankCall call) implements AfterCheck {}

    /** The stored message goes to the phone again. */
    record SendToPhone(PhoneCall call) implements AfterCheck {}

    /** The payment is over with this outcome. */
    record Conclude(Outcome outcome) implements AfterCheck {}
}
