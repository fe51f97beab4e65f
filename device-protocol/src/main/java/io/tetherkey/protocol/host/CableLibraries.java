package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.serial.SerialPorts;
import io.tetherkey.protocol.transport.usb.UsbPath;
import io.tetherkey.protocol.transport.usb.UsbPhones;
import java.util.Optional;

/** Whether the native libraries of the cables load on this computer; no device is opened. */
public final class CableLibraries {

    /** No computer has that many buses, so nothing is found there once the library has loaded. */
    private static final UsbPath NOWHERE = new UsbPath("255-1");

    private CableLibraries() {}

    /** Why USB's library does not load; empty if it does. */
    public static Optional<TransportException> usb() {
        return new UsbPhones().trouble(NOWHERE).filter(why -> why.fault() == TransportFault.NO_LIBRARY);
    }

    /** Why the library for serial ports does not load; empty if it does. */
    public static Optional<TransportException> serial() {
        try {
            SerialPorts.list();
            return Optional.empty();
        } catch (TransportException e) {
            return Optional.of(e);
        }
    }
}
