package io.tetherkey.protocol.phone.virtual.usbip;

import java.io.IOException;

/** The computer's USB/IP driver broke the protocol or went past a limit: its connection ends. */
final class UsbIpException extends IOException {
    private static final long serialVersionUID = 1L;

    UsbIpException(String message) {
        super(message);
    }
}
