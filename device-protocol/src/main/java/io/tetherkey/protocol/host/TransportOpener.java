package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;

/** Opens the cable that an address names; told what came of it, so that nobody is disturbed in vain twice. */
@FunctionalInterface
public interface TransportOpener {

    /**
     * Opens a cable that nobody else holds.
     *
     * @throws TransportException with the reason if nothing usable is there
     */
    Transport open(PhoneAddress address) throws TransportException;

    /** A phone answered over the cable that was opened there last. */
    default void answered(PhoneAddress address) {}

    /** Nobody answered over the cable that was opened there last. */
    default void silent(PhoneAddress address) {}

    /** What is left alone because it did not answer may be disturbed once more. */
    default void askAgain() {}
}
