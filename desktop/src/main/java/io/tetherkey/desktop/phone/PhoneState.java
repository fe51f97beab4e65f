package io.tetherkey.desktop.phone;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.SlotInfo;
import java.util.List;
import java.util.Optional;

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

    /** The phone went away a moment ago and may be back in the next; what was read from it is kept so long. */
    record Reconnecting(Ready before) implements PhoneState {}

    /** What is known of the phone's banks, also while it may only have been pulled for a moment. */
    default Optional<Ready> known() {
        return switch (this) {
            case Ready ready -> Optional.of(ready);
            case Reconnecting(Ready before) -> Optional.of(before);
            case Absent ignored -> Optional.empty();
            case Unusable ignored -> Optional.empty();
            case Greeting ignored -> Optional.empty();
            case Locked ignored -> Optional.empty();
            case AskingTrust ignored -> Optional.empty();
        };
    }
}
