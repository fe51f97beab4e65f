package io.tetherkey.bank.session;

import io.tetherkey.protocol.message.Fault;
import java.util.OptionalInt;

/** What came of one message. */
sealed interface Outcome {
    /** The next message, stored already. */
    record Answer(byte[] message, String step) implements Outcome {}

    /** No next message; {@code triesLeft} tells of a try that was counted. */
    record Refusal(Fault fault, OptionalInt triesLeft) implements Outcome {
        Refusal(Fault fault) {
            this(fault, OptionalInt.empty());
        }
    }

    /** Another request changed the session since it was read; nothing was done. */
    record Stale() implements Outcome {}
}
