package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotInfo;
import java.util.List;

/** What the desktop knows of the phone at this moment. */
public sealed interface PhoneState {

    /** No phone is plugged in. */
    record Absent() implements PhoneState {}

    /** Something is plugged in, or was tried, and cannot be used. */
    record Unusable(Fault why) implements PhoneState {}

    /** A phone was found and is being asked who it is. */
    record Greeting() implements PhoneState {}

    /** The phone answers nothing until its owner unlocks it. */
    record Locked(String model) implements PhoneState {}

    /** The phone asks its owner whether to trust this computer. */
    record AskingTrust(String model) implements PhoneState {}

    /** The phone can pay; this is the board of banks in its flash. */
    record Ready(String model, List<SlotInfo> board) implements PhoneState {

        public Ready {
            board = List.copyOf(board);
        }
    }
}
