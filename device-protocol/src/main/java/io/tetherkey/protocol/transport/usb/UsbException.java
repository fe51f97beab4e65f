package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.TransportException;
import java.io.IOException;

/** What libusb said; the cause of the {@link TransportException} that callers get. */
public final class UsbException extends IOException {
    private static final long serialVersionUID = 1L;

    private final UsbCause kind;

    private UsbException(UsbCause kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** For a negative return code. */
    static UsbException ofCode(int code, String action) {
        return new UsbException(UsbCause.ofCode(code), action + ": libusb error " + code);
    }

    /** For the status of a transfer that went wrong. */
    static UsbException ofTransfer(int status) {
        return new UsbException(UsbCause.ofTransfer(status), "transfer status " + status);
    }

    /** For something that libusb did, but the phone did not do as it must. */
    static UsbException ofPhone(UsbCause kind, String message) {
        return new UsbException(kind, message);
    }

    /**
     * Returns the code if it is no error.
     *
     * @throws UsbException if it is one
     */
    static int check(int code, String action) throws UsbException {
        if (code < 0) {
            throw ofCode(code, action);
        }
        return code;
    }

    /** What a person can act on. */
    public UsbCause kind() {
        return kind;
    }

    /** The exception for whoever wanted to open the phone at this path. */
    TransportException whenOpening(UsbPath path) {
        return new TransportException(
                kind.whenOpening(), "The phone at usb:" + path + " cannot be opened: " + kind.words() + ".", this);
    }

    /** The exception for whoever reads from or writes to the phone. */
    TransportException whenOpen() {
        return new TransportException(
                kind.whenOpen(), "The connection to the phone is gone: " + kind.words() + ".", this);
    }
}
