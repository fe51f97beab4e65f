package io.tetherkey.protocol.phone;

/** Where a deed came from. */
public enum InputSource {
    /** The phone's own glass and keys: the person who holds it. */
    OWN_GLASS,
    /** A keyboard, mouse or touch screen that something outside pretends to be, such as a computer on the cable. */
    EXTERNAL_DEVICE
}
