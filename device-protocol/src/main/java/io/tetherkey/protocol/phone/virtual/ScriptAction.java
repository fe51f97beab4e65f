package io.tetherkey.protocol.phone.virtual;

import java.time.Duration;

/** One thing that a script does to the phone. */
public sealed interface ScriptAction {

    /** Enters a payment key of six digits or an activation code of twelve. */
    record Type(String digits) implements ScriptAction {
        /** Without the digits. */
        @Override
        public String toString() {
            return "Type";
        }
    }

    /** Presses a button; before {@code approve} the whole text is read. */
    record Press(Button button) implements ScriptAction {}

    /** The buttons that a script may press. */
    enum Button {
        APPROVE,
        /** Approve without having read the text: what a hasty hand tries. */
        APPROVE_UNREAD,
        DECLINE,
        OK,
        CANCEL
    }

    /** Lets time pass. */
    record Wait(Duration time) implements ScriptAction {}

    /** Pulls the cable. */
    record Unplug() implements ScriptAction {}

    /** Puts the cable in. */
    record Plug() implements ScriptAction {}

    /** Takes the power away and gives it back: all that is not in the flash is lost. */
    record PowerCut() implements ScriptAction {}

    record Lock() implements ScriptAction {}

    record Unlock() implements ScriptAction {}
}
