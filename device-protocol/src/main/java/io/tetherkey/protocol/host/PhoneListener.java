package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;

/**
 * Told about phones that come and go, on the monitor's thread and one event at a time: a listener that has work to do
 * hands it on and returns.
 */
public interface PhoneListener {

    /** A phone speaks our protocol and may be used until {@link #unplugged}. */
    void plugged(PhoneClient phone, PhoneAddress address);

    /** The phone at this address is gone; its client throws from now on. Others may still be plugged in. */
    void unplugged(PhoneAddress address, TransportException why);

    /** Something is at this address but cannot be used; told once, and again when the reason changes. */
    default void unusable(PhoneAddress address, TransportException why) {}

    /** What was {@link #unusable} at this address is there no longer. */
    default void gone(PhoneAddress address) {}
}
