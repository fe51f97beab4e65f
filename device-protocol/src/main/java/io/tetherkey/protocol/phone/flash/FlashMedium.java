package io.tetherkey.protocol.phone.flash;

import java.io.IOException;
import java.util.Optional;

/**
 * The bytes below the flash store: one file that can be read, appended to and replaced. Each write is durable when its
 * call returns. Power may fail inside any call: an append may then be missing, torn or whole; a replace is all or nothing.
 */
public interface FlashMedium {

    /** The whole content; empty if the medium was never written. */
    Optional<byte[]> read() throws IOException;

    /** Adds bytes at the end. */
    void append(byte[] bytes) throws IOException;

    /** Puts these bytes in the place of everything that was there. */
    void replace(byte[] bytes) throws IOException;
}
