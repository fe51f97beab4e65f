package io.tetherkey.protocol.phone.network;

import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import java.util.OptionalInt;

/** How a payment over the phone's own network ended. */
public sealed interface Ending {

    /** By the bank's signed word, which the chip has checked. */
    record Proven(SessionOutcome outcome) implements Ending {}

    /** The order was closed before, and this phone has no proof of it: the bank's unsigned word. */
    record Told(BankReply.Told word) implements Ending {}

    /** Without a word of the bank on the order; the same order may be paid by another try. */
    record Stopped(Fault fault, OptionalInt attemptsLeft) implements Ending {}
}
