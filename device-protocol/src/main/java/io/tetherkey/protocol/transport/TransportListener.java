package io.tetherkey.protocol.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * The phone's socket: where a cable is plugged in, and pulled out again.
 *
 * <p>A listener starts plugged. It carries one connection at a time; while one lives, or while unplugged, further
 * connections are refused. All methods may be called from any thread.
 */
public interface TransportListener extends AutoCloseable {

    /**
     * Waits for a PC to connect.
     *
     * @param timeout the longest wait, at least one millisecond
     * @return the phone's end of the connection, or empty if none came in time
     * @throws TransportException if the listener is closed or the calling thread was interrupted (its interrupt flag
     *     stays set)
     */
    Optional<Transport> accept(Duration timeout) throws TransportException;

    /** Lets a PC connect again; without effect while plugged. */
    void plug();

    /** Closes the connection, if there is one, and refuses new ones until {@link #plug()}. */
    void unplug();

    /** Unplugs for good. */
    @Override
    void close();
}
