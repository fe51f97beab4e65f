package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SessionOutcome;
import java.util.Arrays;
import java.util.OptionalInt;

/** What came of a {@link PhoneCall}; all but the end of a session can come of a {@link SlotCall} too. */
public sealed interface PhoneReply {

    /** A sealed message that shall be carried to the bank. */
    record Forwarded(byte[] message) implements PhoneReply, SlotReply {

        public Forwarded {
            message = message.clone();
        }

        @Override
        public byte[] message() {
            return message.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Forwarded(byte[] bytes) && Arrays.equals(bytes, message);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(message);
        }

        @Override
        public String toString() {
            return "Forwarded[" + message.length + " bytes]";
        }
    }

    /** The sealed session is over, and this is how. */
    record Ended(SessionOutcome outcome) implements PhoneReply {}

    /** Why a call came to nothing. */
    sealed interface Failed extends PhoneReply, SlotReply {}

    /** The phone said no, or broke the specification. */
    record Refused(Fault fault, OptionalInt attemptsLeft) implements Failed {}

    /** The phone cannot be asked at present: pulled, or locked. The call can be made again once it is back. */
    record Gone(Fault why) implements Failed {}
}
