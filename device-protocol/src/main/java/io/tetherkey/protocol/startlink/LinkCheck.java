package io.tetherkey.protocol.startlink;

/** The verdict on the form of a start link. */
public sealed interface LinkCheck {

    /** The link has the form of the specification. */
    record Accepted(StartLink link) implements LinkCheck {}

    /** The link is not one of ours; nothing was done with it. */
    record Refused(LinkRefusal why) implements LinkCheck {}
}
