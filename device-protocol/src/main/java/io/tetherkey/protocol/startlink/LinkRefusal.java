package io.tetherkey.protocol.startlink;

/** Why a start link was refused. */
public enum LinkRefusal {
    /** Nothing was given. */
    EMPTY,
    /** Longer than any order can be. */
    TOO_LONG,
    /** Holds a character that no link of ours holds: a control, a space, or anything outside ASCII. */
    FOREIGN_CHARACTER,
    /** Another scheme, such as {@code https:} or {@code javascript:}. */
    OTHER_SCHEME,
    /** The scheme is ours, but not an action that this version knows, or not written exactly. */
    UNKNOWN_ACTION,
    /** The order is missing or not canonical unpadded base64url. */
    BAD_ORDER,
    /** The ticket is missing, or not a bank id and 16 bytes in canonical unpadded base64url. */
    BAD_TICKET
}
