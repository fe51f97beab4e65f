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

    /** Looking at what the phone keeps; without effect while a computer or a bank wants something. */
    sealed interface Look extends UserAction {}

    record ShowHome() implements Look {}

    /** Past results, out of the flash. */
    record ShowRecords() implements Look {}

    /** The computers that this phone trusts. */
    record ShowComputers() implements Look {}

    /**
     * Trust in one computer is to be taken away; the phone asks whether it is meant.
     *
     * @param handle of 8 bytes, as the list gives it
     */
    record Revoke(byte[] handle) implements Look {
        public Revoke {
            handle = handle.clone();
        }

        @Override
        public byte[] handle() {
            return handle.clone();
        }
    }

    record Unlock() implements UserAction {}
}
