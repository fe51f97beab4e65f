package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;

/** Opens the cable that an address names. */
@FunctionalInterface
public interface TransportOpener {

    /**
     * Opens a cable that nobody else holds.
     *
     * @throws TransportException with the reason if nothing usable is there
     */
    Transport open(PhoneAddress address) throws TransportException;
}
