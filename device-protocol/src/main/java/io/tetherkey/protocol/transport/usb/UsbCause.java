package io.tetherkey.protocol.transport.usb;

import io.tetherkey.protocol.transport.TransportFault;
import org.usb4java.LibUsb;

/** Why libusb could not do what it was asked. */
public enum UsbCause {
    ACCESS_DENIED(TransportFault.NO_PERMISSION, "the operating system does not let this user open it"),
    BUSY(TransportFault.IN_USE, "another program holds it"),
    GONE(TransportFault.ABSENT, "it is no longer there"),
    /** It was asked to become an accessory's phone, and came back as what it was. */
    REPLUGGED(TransportFault.ABSENT, "it was plugged in anew"),
    STALLED(TransportFault.FAILED, "it refused the request"),
    OVERFLOW(TransportFault.FAILED, "it sent more than was asked for"),
    TIMEOUT(TransportFault.FAILED, "it did not answer in time"),
    /** libusb does not run on this computer. */
    UNAVAILABLE(TransportFault.NO_LIBRARY, "there is no libusb for this computer"),
    OTHER(TransportFault.FAILED, "the transfer failed");

    private final TransportFault whenOpening;
    private final String words;

    UsbCause(TransportFault whenOpening, String words) {
        this.whenOpening = whenOpening;
        this.words = words;
    }

    /** The cause of a negative return code of libusb. */
    static UsbCause ofCode(int code) {
        return switch (code) {
            case LibUsb.ERROR_ACCESS -> ACCESS_DENIED;
            case LibUsb.ERROR_BUSY -> BUSY;
            case LibUsb.ERROR_NO_DEVICE, LibUsb.ERROR_NOT_FOUND -> GONE;
            case LibUsb.ERROR_PIPE -> STALLED;
            case LibUsb.ERROR_OVERFLOW -> OVERFLOW;
            case LibUsb.ERROR_TIMEOUT -> TIMEOUT;
            default -> OTHER;
        };
    }

    /** The cause of the status of a transfer that was neither completed nor cancelled. */
    static UsbCause ofTransfer(int status) {
        return switch (status) {
            case LibUsb.TRANSFER_NO_DEVICE -> GONE;
            case LibUsb.TRANSFER_STALL -> STALLED;
            case LibUsb.TRANSFER_OVERFLOW -> OVERFLOW;
            case LibUsb.TRANSFER_TIMED_OUT -> TIMEOUT;
            default -> OTHER;
        };
    }

    /** What it means for a phone that is being opened. */
    TransportFault whenOpening() {
        return whenOpening;
    }

    /** What it means for a connection that was open. */
    TransportFault whenOpen() {
        return this == GONE ? TransportFault.UNPLUGGED : TransportFault.FAILED;
    }

    /** The rest of a sentence about the phone. */
    String words() {
        return words;
    }
}
