package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import java.util.List;
import java.util.Optional;

/** Knows which phones are plugged in over one kind of cable, and over several once joined. Safe for any thread. */
public interface PhoneDiscovery extends AutoCloseable {

    /** Devices that may be phones, in the order in which they should be tried; known already, so asking costs nothing. */
    List<FoundPhone> found();

    /** Why this device cannot be opened, found out by opening it for a moment; empty if it can, or is of another kind. */
    Optional<TransportException> trouble(FoundPhone phone);

    /** Stops looking. */
    @Override
    void close();

    /** The addresses of what is found, as a {@link PhoneMonitor} asks for them. */
    default List<PhoneAddress> addresses() {
        return found().stream().map(FoundPhone::address).toList();
    }

    /** All of these, in their order. */
    static PhoneDiscovery joined(List<PhoneDiscovery> discoveries) {
        return new JoinedDiscovery(discoveries);
    }
}
