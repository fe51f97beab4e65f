package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import java.util.Arrays;
import java.util.OptionalInt;

/** What came of a {@link SlotCall}. */
public sealed interface SlotReply {

    /** A sealed message that shall be carried to the bank. */
    record Forwarded(byte[] message) implements SlotReply {
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

    /** The slot is enabled, renewed or deleted. */
    record Done() implements SlotReply {}

    /** The phone said no, or broke the specification. */
    record Refused(Fault fault, OptionalInt attemptsLeft) implements SlotReply {}

    /** The phone cannot be asked at present: pulled, or locked. The call can be made again once it is back. */
    record Gone(Fault why) implements SlotReply {}
}
