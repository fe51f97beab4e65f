package io.tetherkey.protocol.link;

/** Why a link is over. */
public enum LinkLoss {
    /** The cable was pulled. */
    UNPLUGGED,
    /** This end closed the link. */
    CLOSED,
    /** The other end said BYE. */
    BYE,
    /** Nothing on the cable answered HELLO. */
    NO_ANSWER,
    /** The two ends have no version in common. */
    BAD_VERSION,
    /** The other end has fallen silent. */
    SILENT,
    /** The other end lives but does not acknowledge a message. */
    UNACKNOWLEDGED,
    /** The phone does not know the channel: it has restarted, or opened another one. */
    CHANNEL_UNKNOWN,
    /** The PC said HELLO anew. */
    REPLACED,
    /** All message ids of the channel are used up. */
    USED_UP
}
