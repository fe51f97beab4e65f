package io.tetherkey.protocol.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The serial ports that the system lists at this moment. A line without a device of its own, as a PTY, is not listed. */
public final class SerialPorts {
    /** jSerialComm frees what it knows of a port that is neither listed nor open: no list while one opens or closes. */
    static final ReentrantLock NATIVE = new ReentrantLock();

    private static final String UNKNOWN = "Unknown";

    private SerialPorts() {}

    /**
     * Lists the ports; takes a millisecond once the library is loaded.
     *
     * @throws TransportException with {@link TransportFault#NO_LIBRARY} if the library cannot be loaded
     */
    public static List<SerialDevice> list() throws TransportException {
        SerialLibrary.load();
        NATIVE.lock();
        try {
            return Arrays.stream(SerialPort.getCommPorts())
                    .map(SerialPorts::device)
                    .toList();
        } catch (RuntimeException | LinkageError e) {
            throw new TransportException(TransportFault.FAILED, "The serial ports cannot be listed.", e);
        } finally {
            NATIVE.unlock();
        }
    }

    private static SerialDevice device(SerialPort port) {
        return new SerialDevice(
                port.getSystemPortPath(),
                port.getVendorID(),
                port.getProductID(),
                known(port.getManufacturer()).orElse(""),
                known(port.getDescriptivePortName()).orElse(""),
                known(port.getSerialNumber()),
                known(port.getPortLocation()).orElse(""));
    }

    private static Optional<String> known(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty() && !t.equals(UNKNOWN));
    }
}
