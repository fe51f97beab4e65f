package io.tetherkey.desktop.phone;

/** What came of a {@link SlotCall}. */
public sealed interface SlotReply permits PhoneReply.Forwarded, PhoneReply.Failed, SlotReply.Done {

    /** The slot is enabled, renewed or deleted. */
    record Done() implements SlotReply {}
}
