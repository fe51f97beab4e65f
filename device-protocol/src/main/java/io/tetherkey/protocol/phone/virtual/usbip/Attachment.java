package io.tetherkey.protocol.phone.virtual.usbip;

import io.tetherkey.protocol.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One computer to which the phone is attached: the socket, the device behind it and the phone's ends of its pipes. Safe
 * for any thread; one lock guards the device and the order of the replies.
 */
final class Attachment {
    private static final Logger LOG = LoggerFactory.getLogger(Attachment.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<ProgramPipe, UsbIpTransport> ends = new IdentityHashMap<>();
    private final Socket socket;
    private final OutputStream out;
    private final UsbPhone phone;
    private final LongSupplier millis;
    private boolean gone;

    Attachment(Socket socket, UsbPhone phone, LongSupplier millis) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.phone = phone;
        this.millis = millis;
    }

    ReentrantLock lock() {
        return lock;
    }

    Condition changed() {
        return changed;
    }

    long now() {
        return millis.getAsLong();
    }

    /** Carries a command out, and returns the phone's end of a pipe that a program has just begun to use. */
    Optional<UsbIpTransport> carryOut(UsbIpCommand command) throws IOException {
        lock.lock();
        try {
            send(phone.next(command, now()));
            changed.signalAll();
            return command instanceof UsbIpCommand.Submit ? newEnd() : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<UsbIpTransport> newEnd() {
        for (ProgramPipe pipe : phone.held(now())) {
            if (!ends.containsKey(pipe)) {
                pipe.begin();
                UsbIpTransport end = new UsbIpTransport(this, pipe);
                ends.put(pipe, end);
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    boolean startAsked() {
        lock.lock();
        try {
            return phone.control().startAsked();
        } finally {
            lock.unlock();
        }
    }

    /** What the computer tried of the accessory's input requests. */
    int inputRequests() {
        lock.lock();
        try {
            return phone.control().inputRequests();
        } finally {
            lock.unlock();
        }
    }

    /** What the computer called itself before it asked for an accessory. */
    Map<Integer, String> accessoryStrings() {
        lock.lock();
        try {
            return phone.control().accessoryStrings();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link UsbPhone#isBlocked()}. */
    boolean isBlocked() {
        lock.lock();
        try {
            return phone.isBlocked();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link UsbPhone#spoil(int)}. */
    void spoil(int status) {
        lock.lock();
        try {
            send(phone.spoil(status));
        } catch (IOException e) {
            LOG.debug("The computer is gone", e);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a program holds this pipe; asked with the lock held. */
    boolean isHeld(ProgramPipe pipe) {
        return !gone && phone.isHeld(pipe, now());
    }

    /** Tells the computer of transfers that are over; asked with the lock held. */
    void pump() throws IOException {
        send(phone.pump());
    }

    /** A phone's end is closed; asked with the lock held. */
    void ended(ProgramPipe pipe, Transport end) {
        if (ends.get(pipe) == end) {
            ends.remove(pipe);
            pipe.end();
        }
    }

    private void send(List<UsbIpReply> replies) throws IOException {
        for (UsbIpReply reply : replies) {
            out.write(UsbIpCodec.encode(reply));
        }
    }

    /** Pulls the cable: the computer sees its device vanish. */
    void detach() {
        try {
            socket.close();
        } catch (IOException _) {
            // Closed or not, nothing more goes over it.
        }
        lock.lock();
        try {
            gone = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
