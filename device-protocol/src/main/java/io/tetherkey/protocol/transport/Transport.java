package io.tetherkey.protocol.transport;

import java.time.Duration;

/**
 * One connection between PC and phone, carrying bytes and knowing nothing of frames.
 *
 * <p>One thread may read while another writes; two readers or two writers may not overlap. {@link #close()} may be
 * called from any thread, any number of times, and ends a read or write in progress.
 */
public interface Transport extends AutoCloseable {

    /**
     * Sends all bytes in one piece, so that a message never waits for an acknowledgement of its first part.
     *
     * @throws TransportException if the cable is gone, the transport is closed or the calling thread was interrupted
     *     (its interrupt flag stays set)
     */
    void write(byte[] bytes) throws TransportException;

    /**
     * Waits for bytes and copies what is there into the buffer, up to its length.
     *
     * @param timeout the longest wait, at least one millisecond
     * @return the number of bytes copied; 0 if none came in time; -1 if the phone is unplugged or this end is closed
     * @throws TransportException if the read failed for another reason or the calling thread was interrupted (its
     *     interrupt flag stays set)
     */
    int read(byte[] buffer, Duration timeout) throws TransportException;

    /** Whether this is a connection that a PC makes and ends, and not a cable that stays in when nobody talks. */
    default boolean isConnection() {
        return false;
    }

    /** Whether the system tells at once when the other end is gone, so that nobody has to ask for it often. */
    default boolean tellsOfItsEnd() {
        return true;
    }

    @Override
    void close();
}
