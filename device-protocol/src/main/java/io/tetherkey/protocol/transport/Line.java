package io.tetherkey.protocol.transport;

/**
 * An open handle of the operating system, whose calls block for a moment.
 *
 * <p>One thread reads while another writes; {@link #close()} is called once, when neither is in a call.
 */
public interface Line {

    /**
     * Waits some 100 ms at most and reads what is there.
     *
     * @return the number of bytes read; 0 if none came; -1 if the line is gone
     */
    int read(byte[] buffer);

    /**
     * Writes what the line takes.
     *
     * @param from index of the first byte to write
     * @return the number of bytes taken; 0 if none for now; -1 if the line is gone
     */
    int write(byte[] bytes, int from);

    /** Makes a write that waits for room end, where the system allows that; called from any thread. */
    void abortWrite();

    /** Gives the handle back, after what was written has left. */
    void close();
}
