package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.SlotCall;
import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.PhoneStatus;
import java.util.OptionalInt;

/**
 * Where the one change of a slot stands.
 *
 * <pre>
 *  AtRest → AtBank ⇄ AtPhone → Finished → AtRest
 *              ↕        ↕ ↘
 *          BankAway PhoneAway Cancelling
 * </pre>
 *
 * An answer to an earlier step is ignored.
 */
public sealed interface EnrolmentState {

    /** Grows with each call, over all changes of a run, so that a late answer is known as such. */
    int step();

    /** Nothing is being changed. */
    record AtRest(int step) implements EnrolmentState {}

    /** A change under way. */
    sealed interface UnderWay extends EnrolmentState {
        SlotChange change();
    }

    /** The bank was called and has not answered. */
    record AtBank(SlotChange change, int step, byte[] sessionId, BankCall call) implements UnderWay {}

    /** The phone was called and works, or waits for the user. */
    record AtPhone(SlotChange change, int step, byte[] sessionId, SlotCall call, PhoneStatus status)
            implements UnderWay {}

    /** The phone cannot be asked; the same call is made again once it is back. */
    record PhoneAway(SlotChange change, int step, byte[] sessionId, SlotCall call, Fault why) implements UnderWay {}

    /** The bank cannot be asked; the same bytes are sent again by and by, or when the user says so. */
    record BankAway(SlotChange change, int step, byte[] sessionId, BankCall call, Fault why) implements UnderWay {}

    /** The user cancelled while the phone was asked; the phone has the last word. */
    record Cancelling(SlotChange change, int step, byte[] sessionId, SlotCall call) implements UnderWay {}

    /** Over. */
    record Finished(SlotChange change, int step, Result result) implements EnrolmentState {}

    /** How a change ended. */
    sealed interface Result {
        /** The slot is enabled, renewed or removed. */
        record Done() implements Result {}

        /**
         * Nothing came of it.
         *
         * @param triesLeft of the activation code, if it was wrong
         */
        record Failed(Fault fault, OptionalInt triesLeft) implements Result {}
    }
}
