package io.tetherkey.protocol.phone.virtual;

/** What a virtual phone's cable is made of. */
public enum CableRoad {
    USB,
    SERIAL,
    TCP,
    /** No cable: the phone talks to the bank itself. */
    OWN_NETWORK
}
