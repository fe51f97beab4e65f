package io.tetherkey.protocol.transport;

/** Why the cable does not carry bytes: a cause that a person can act on. */
public enum TransportFault {
    /** Nothing is plugged in at this address, or nothing answers there. */
    ABSENT,
    /** The device is there, but the operating system does not let this user open it. */
    NO_PERMISSION,
    /** Another program holds the device. */
    IN_USE,
    /** This build has no transport of the kind that the address names. */
    UNSUPPORTED,
    /** The native library that this kind of cable needs cannot be loaded on this computer. */
    NO_LIBRARY,
    /** The address is not on this computer or its cables, and the user has not allowed others. */
    NOT_NEARBY,
    /** The cable was pulled, or the other end closed the connection. */
    UNPLUGGED,
    /** The cable is there, but the other end has fallen silent or does not speak the protocol. */
    NO_ANSWER,
    /** The phone did not answer when it was asked before, and is not disturbed again before somebody wishes it. */
    LEFT_ALONE,
    /** The other end speaks the protocol, but no version that this end speaks. */
    INCOMPATIBLE,
    /** This end closed the connection. */
    CLOSED,
    /** The thread that used the connection was told to stop. */
    INTERRUPTED,
    /** The operating system reported another error. */
    FAILED
}
