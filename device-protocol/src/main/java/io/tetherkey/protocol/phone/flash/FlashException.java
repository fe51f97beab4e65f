package io.tetherkey.protocol.phone.flash;

import java.io.IOException;

/** The flash cannot be read or written, or what it holds is damaged beyond what its second copy can mend. */
public final class FlashException extends IOException {
    private static final long serialVersionUID = 1L;

    public FlashException(String message) {
        super(message);
    }

    public FlashException(String message, Throwable cause) {
        super(message, cause);
    }
}
