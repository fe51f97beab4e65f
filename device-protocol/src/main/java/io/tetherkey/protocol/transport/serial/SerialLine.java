package io.tetherkey.protocol.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import io.tetherkey.protocol.transport.Line;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open serial port.
 *
 * <p>jSerialComm tells of an unplugged port over and over until the port is closed, though the port goes on calling
 * itself open. So the port is closed inside that event, once nobody is in a call of it.
 */
final class SerialLine implements Line, SerialPortDataListener {
    private static final Logger LOG = LoggerFactory.getLogger(SerialLine.class);
    private static final int READ_MILLIS = 100;
    private static final int MOST_AT_ONCE = 2_048;
    private static final long LINGER_NANOS = 50_000_000;
    private static final long STEP_MILLIS = 5;
    private static final long LONGEST_CLOSE_SECONDS = 3;

    private final SerialPort port;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPEN);
    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Runnable hungUp = () -> {};
    private volatile long wroteAt = System.nanoTime() - LINGER_NANOS;

    private enum Phase {
        OPEN,
        CLOSING,
        GONE
    }

    /** @param port not yet open */
    SerialLine(SerialPort port) {
        this.port = port;
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        port.setComPortParameters(115_200, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.addDataListener(this);
    }

    /** @param listener told once, when the device is unplugged */
    void onHangUp(Runnable listener) {
        hungUp = listener;
        if (phase.get() == Phase.GONE) {
            listener.run();
        }
    }

    @Override
    public int read(byte[] buffer) {
        return port.readBytes(buffer, buffer.length);
    }

    /** A port that still counts as open but takes nothing is an unplugged one. */
    @Override
    public int write(byte[] bytes, int from) {
        int taken = port.writeBytes(bytes, Math.min(MOST_AT_ONCE, bytes.length - from), from);
        wroteAt = System.nanoTime();
        return taken > 0 ? taken : -1;
    }

    @Override
    public void abortWrite() {
        port.flushIOBuffers();
    }

    @Override
    public void close() {
        try {
            if (phase.compareAndSet(Phase.OPEN, Phase.CLOSING)) {
                linger();
                closePort();
            } else {
                left.countDown();
                boolean inTime = closed.await(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
                LOG.debug("Closed by the unplug event: {}", inTime);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing throws away what the device has not fetched yet. */
    private void linger() throws InterruptedException {
        while (System.nanoTime() - wroteAt < LINGER_NANOS) {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private void closePort() {
        SerialPorts.NATIVE.lock();
        try {
            port.closePort();
        } finally {
            SerialPorts.NATIVE.unlock();
            closed.countDown();
        }
    }

    @Override
    public int getListeningEvents() {
        return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
    }

    @Override
    public void serialEvent(SerialPortEvent event) {
        if (event.getEventType() != SerialPort.LISTENING_EVENT_PORT_DISCONNECTED
                || !phase.compareAndSet(Phase.OPEN, Phase.GONE)) {
            return;
        }
        hungUp.run();
        try {
            boolean nobodyInside = left.await(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS);
            LOG.debug("Unplugged; nobody inside: {}", nobodyInside);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closePort();
    }
}
