package io.tetherkey.protocol.phone.virtual;

/** How the phone's cable is. */
public enum CableState {
    /** Pulled out. */
    UNPLUGGED,
    /** In, and no computer has greeted the phone. */
    PLUGGED,
    /** In, and a computer is talking to the phone. */
    LINKED
}
