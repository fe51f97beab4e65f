package io.tetherkey.protocol.cbor;

/** Bytes that are not one data item of the strict profile, or a data item without the expected shape. */
public final class CborException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and at which offset; never the content itself */
    public CborException(String message) {
        super(message);
    }
}
