package io.tetherkey.protocol.host;

import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import io.tetherkey.protocol.transport.serial.SerialPorts;
import io.tetherkey.protocol.transport.usb.UsbPath;
import io.tetherkey.protocol.transport.usb.UsbPhones;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Whether the native libraries of the cables load on this computer; no device is opened. They ask the kernel, which may
 * let them wait, so each is asked on a platform thread of its own and the caller can be interrupted.
 */
public final class CableLibraries {

    /** No computer has that many buses, so nothing is found there once the library has loaded. */
    private static final UsbPath NOWHERE = new UsbPath("255-1");

    private CableLibraries() {}

    /** Why USB's library does not load; empty if it does. */
    public static Optional<TransportException> usb() throws InterruptedException {
        return away(() -> new UsbPhones().trouble(NOWHERE).filter(why -> why.fault() == TransportFault.NO_LIBRARY));
    }

    /** Why the library for serial ports does not load; empty if it does. */
    public static Optional<TransportException> serial() throws InterruptedException {
        return serial(SerialPorts::list);
    }

    static Optional<TransportException> serial(SerialDiscovery.Listing ports) throws InterruptedException {
        return away(() -> {
            try {
                ports.list();
                return Optional.empty();
            } catch (TransportException e) {
                return Optional.of(e);
            }
        });
    }

    private static Optional<TransportException> away(Callable<Optional<TransportException>> question)
            throws InterruptedException {
        FutureTask<Optional<TransportException>> asked = new FutureTask<>(question);
        Thread.ofPlatform().daemon().name("cable-library").start(asked);
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A cable's library broke.", e);
        }
    }
}
