package io.tetherkey.protocol.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.tetherkey.protocol.transport.LineTransport;
import io.tetherkey.protocol.transport.Transport;
import io.tetherkey.protocol.transport.TransportException;
import io.tetherkey.protocol.transport.TransportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Opens serial lines. A line belongs to one program at a time, which an exclusive lock ensures. */
public final class SerialTransport {
    private static final Duration LONGEST_RELEASE = Duration.ofSeconds(2);
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /** The lines of this process, which the system's lock would let in twice. */
    private static final Map<String, LineTransport> OWN = new HashMap<>();

    private SerialTransport() {}

    /**
     * Opens a line with DTR set, 115200 baud, 8 data bits, no parity; a USB port ignores all but DTR.
     *
     * @param path {@code /dev/ttyACM0}, a PTY, a symbolic link to either, or {@code COM3}
     * @throws TransportException with {@link TransportFault#ABSENT}, {@link TransportFault#NO_PERMISSION},
     *     {@link TransportFault#IN_USE}, {@link TransportFault#NO_LIBRARY}, {@link TransportFault#FAILED}, or
     *     {@link TransportFault#NO_ANSWER} where a write to the same phone still waits
     */
    public static Transport open(String path) throws TransportException {
        String device = WINDOWS ? path : deviceOf(path);
        SerialLibrary.load();
        synchronized (OWN) {
            awaitOwn(device);
            LineTransport transport = openNow(device);
            OWN.put(device, transport);
            return transport;
        }
    }

    /** The file behind the path, which exists and may be used. */
    private static String deviceOf(String path) throws TransportException {
        try {
            Path device = Path.of(path).toRealPath();
            if (Files.isRegularFile(device) || Files.isDirectory(device)) {
                throw new TransportException(TransportFault.FAILED, path + " is not a serial line.");
            }
            if (!Files.isReadable(device) || !Files.isWritable(device)) {
                throw new TransportException(
                        TransportFault.NO_PERMISSION, "This user may not open " + path + ". " + hint(device));
            }
            return device.toString();
        } catch (TransportException e) {
            throw e;
        } catch (IOException | InvalidPathException e) {
            throw new TransportException(TransportFault.ABSENT, "There is no serial line " + path + ".", e);
        }
    }

    /** Which group would let the user in; the file tells. */
    private static String hint(Path device) {
        try {
            return "It belongs to the group " + Files.getAttribute(device, "posix:group")
                    + "; TetherKey's udev rule gives it to whoever sits at the computer.";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** A line that is just being closed is waited for; a write that the phone does not take ends when it is unplugged. */
    private static void awaitOwn(String device) throws TransportException {
        LineTransport own = OWN.get(device);
        if (own == null) {
            return;
        }
        try {
            if (own.isOpen()) {
                throw inUse(device);
            }
            if (!own.awaitReleased(LONGEST_RELEASE)) {
                throw new TransportException(
                        TransportFault.NO_ANSWER, "The phone at " + device + " takes no bytes; plug it in again.");
            }
            OWN.remove(device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(TransportFault.INTERRUPTED, "Interrupted while opening " + device + ".", e);
        }
    }

    private static LineTransport openNow(String device) throws TransportException {
        SerialPorts.NATIVE.lock();
        try {
            SerialPort port = SerialPort.getCommPort(device);
            SerialLine line = new SerialLine(port);
            if (!port.openPort(0)) {
                throw refused(device, port.getLastErrorCode());
            }
            port.setDTR();
            LineTransport transport = LineTransport.start(line, "serial");
            line.onHangUp(transport::hungUp);
            return transport;
        } catch (SerialPortInvalidPortException e) {
            throw new TransportException(TransportFault.ABSENT, "There is no serial line " + device + ".", e);
        } catch (RuntimeException | LinkageError e) {
            throw new TransportException(TransportFault.FAILED, device + " cannot be opened.", e);
        } finally {
            SerialPorts.NATIVE.unlock();
        }
    }

    private static TransportException refused(String device, int systemError) {
        return switch (SystemError.of(systemError, WINDOWS)) {
            case GONE -> new TransportException(TransportFault.ABSENT, "There is no serial line " + device + ".");
            case DENIED ->
                new TransportException(TransportFault.NO_PERMISSION, "This user may not open " + device + ".");
            case TAKEN -> inUse(device);
            case OTHER ->
                new TransportException(
                        TransportFault.FAILED, device + " cannot be opened (system error " + systemError + ").");
        };
    }

    private static TransportException inUse(String device) {
        return new TransportException(TransportFault.IN_USE, "Another program holds " + device + ".");
    }
}
