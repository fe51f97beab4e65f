package io.tetherkey.protocol.phone;

/** What the person with the phone in hand does. Only the phone's own display and keys make these, never the cable. */
public sealed interface UserAction {

    /**
     * A whole payment key or activation code was entered.
     *
     * @param digits six or twelve digits; the engine zeroes this very array
     */
    record DigitsTyped(char[] digits) implements UserAction {
        /** Without the digits. */
        @Override
        public String toString() {
            return "DigitsTyped";
        }
    }

    /** The end of the text on the screen was in view; until then a payment cannot be approved. */
    record EndReached() implements UserAction {}

    record Approve() implements UserAction {}

    record Decline() implements UserAction {}

    /** A result or a notice was read. */
    record Ok() implements UserAction {}

    record Cancel() implements UserAction {}

    record Lock() implements UserAction {}

    record Unlock() implements UserAction {}
}
