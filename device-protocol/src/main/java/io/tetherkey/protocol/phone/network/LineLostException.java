package io.tetherkey.protocol.phone.network;

import java.io.IOException;

/** The phone's power or network went while a reply was waited for. Nothing is lost that was answered. */
public final class LineLostException extends IOException {
    private static final long serialVersionUID = 1L;

    public LineLostException(String message) {
        super(message);
    }
}
