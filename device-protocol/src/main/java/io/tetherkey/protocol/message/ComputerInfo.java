package io.tetherkey.protocol.message;

import java.time.Instant;

/**
 * One computer that the phone trusts.
 *
 * @param handle 8 bytes that name it to this phone; they say nothing of its secret id
 * @param name as its user accepted it, at most 64 characters
 * @param since when it was let in
 * @param thisOne whether it is the one that asks
 */
public record ComputerInfo(byte[] handle, String name, Instant since, boolean thisOne) {
    /** Bytes of a handle. */
    public static final int HANDLE = 8;

    public ComputerInfo {
        handle = handle.clone();
    }

    @Override
    public byte[] handle() {
        return handle.clone();
    }
}
