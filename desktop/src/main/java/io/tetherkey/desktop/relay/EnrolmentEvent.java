package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.SlotReply;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.trust.BankEntry;

/** What happens to a change of a slot, from the user and from the world. */
public sealed interface EnrolmentEvent {

    /** The user wants it. */
    record Begun(SlotChange change) implements EnrolmentEvent {}

    /** The bank answered, or did not. */
    record BankReplied(int step, BankReply reply) implements EnrolmentEvent {}

    /** A newer directory puts a bank at another address, where it is called from now on. */
    record BankMoved(BankEntry bank) implements EnrolmentEvent {}

    /** The phone answered, or did not. */
    record PhoneReplied(int step, SlotReply reply) implements EnrolmentEvent {}

    /** The phone told what it waits for. */
    record PhoneReported(int step, PhoneStatus status) implements EnrolmentEvent {}

    /** A phone can be asked again. */
    record PhoneBack(int step) implements EnrolmentEvent {}

    /** The user wants the last call made again. */
    record Retry() implements EnrolmentEvent {}

    /** The user gives up. */
    record Cancel() implements EnrolmentEvent {}

    /** The user has read the result. */
    record Dismiss() implements EnrolmentEvent {}
}
