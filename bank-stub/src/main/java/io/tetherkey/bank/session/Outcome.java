package io.tetherkey.bank.session;

import io.tetherkey.protocol.message.Fault;

/** What came of one message. */
sealed interface Outcome {
    /** The next message, stored already. */
    record Answer(byte[] message, String step) implements Outcome {}

    /** No next message. */
    record Refusal(Fault fault) implements Outcome {}

    /** Another request changed the session since it was read; nothing was done. */
    record Stale() implements Outcome {}
}
