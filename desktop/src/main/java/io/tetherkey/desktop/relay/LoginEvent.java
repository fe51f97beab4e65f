package io.tetherkey.desktop.relay;

import io.tetherkey.desktop.phone.PhoneReply;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.trust.BankEntry;
import java.time.Instant;

/** What happens to a login, from the user and from the world. */
public sealed interface LoginEvent {

    /** A page's link was read. */
    record Opened(LoginTicket ticket) implements LoginEvent {}

    /** The user wants it. */
    record Continued() implements LoginEvent {}

    /** The user typed name and password. */
    record Submitted() implements LoginEvent {}

    /**
     * The bank answered, or did not.
     *
     * @param at when the answer came
     */
    record BankReplied(int step, BankReply reply, Instant at) implements LoginEvent {}

    /** A newer directory puts a bank at another address, where it is called from now on. */
    record BankMoved(BankEntry bank) implements LoginEvent {}

    /** The phone answered, or did not. */
    record PhoneReplied(int step, PhoneReply reply) implements LoginEvent {}

    /** The phone told what it waits for. */
    record PhoneReported(int step, PhoneStatus status) implements LoginEvent {}

    /** A phone can be asked again. */
    record PhoneBack(int step) implements LoginEvent {}

    /** The user wants the last call made again. */
    record Retry() implements LoginEvent {}

    /** The user gives up. */
    record Cancel() implements LoginEvent {}

    /** The user has read the result. */
    record Dismiss() implements LoginEvent {}
}
